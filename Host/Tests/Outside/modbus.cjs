// Reads every block that programs in use ask for, and checks the battery block, of the virtual Sol-Ark with modbus-serial.
const fs = require("fs");
const ModbusRTU = require("modbus-serial");

async function main() {
    const client = new ModbusRTU();
    await client.connectTCP("127.0.0.1", { port: Number(process.argv[2]) });
    client.setID(1);
    client.setTimeout(3000);
    const words = (await client.readHoldingRegisters(182, 10)).data;
    if (words[1] < 4800 || words[1] > 5700 || words[2] < 59 || words[2] > 60 || words[8] < 2900 || words[8] > 3100) {
        throw new Error("unexpected registers 182 to 191: " + words.join(" "));
    }

    const lines = [];
    for (const line of fs.readFileSync(process.argv[3], "utf8").split("\n")) {
        const [start, count] = line.split(" ").map(Number);
        if (line === "" || line.startsWith("#")) {
            continue;
        }

        const block = (await client.readHoldingRegisters(start, count)).data;
        block.forEach((word, index) => lines.push(`${start + index} ${word}`));
    }

    fs.writeFileSync(process.argv[4], lines.join("\n") + "\n");
    client.close(() => process.exit(0));
}

main().catch(problem => {
    console.error(problem);
    process.exit(1);
});
