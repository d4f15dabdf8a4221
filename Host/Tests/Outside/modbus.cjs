// Reads the battery block of the virtual Sol-Ark with modbus-serial.
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

    client.close(() => process.exit(0));
}

main().catch(problem => {
    console.error(problem);
    process.exit(1);
});
