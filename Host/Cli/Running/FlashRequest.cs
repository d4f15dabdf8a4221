namespace BatterySim.Host.Cli.Running
{
    /// <summary>What <c>batterysim flash</c> was asked for.</summary>
    /// <param name="Board">The board.</param>
    /// <param name="Port">Serial port that the board is flashed through.</param>
    /// <param name="Image">BatterySim.bin; null to flash only the device firmware.</param>
    /// <param name="Firmware">nanoCLR.bin of an own build; null for the released one.</param>
    /// <param name="Console">Serial port of the console; null not to wait for the banner.</param>
    /// <param name="WaitMilliseconds">Time to wait for the banner.</param>
    /// <param name="IsDryRun">True to print the commands only.</param>
    internal sealed record FlashRequest(
        FlashBoard Board, string Port, string? Image, string? Firmware, string? Console, long WaitMilliseconds, bool IsDryRun);
}
