// What a page cannot do without script: put text on the clipboard, and hand a file to the browser. Everything else is C#.

/** Copies text. Returns false where the browser does not let a page do so. */
export async function copy(text) {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        return false;
    }
}

/** Saves text as a file that the browser downloads; nothing leaves the machine. */
export function save(name, text, type) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
