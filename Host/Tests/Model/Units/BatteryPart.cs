namespace BatterySim.Host.Tests.Model.Units
{
    /// <summary>One of <see cref="ParallelBatteries"/>.</summary>
    /// <param name="SocPermille">State of charge, permille.</param>
    /// <param name="HeldOpen">FETs that are open, bits of <see cref="Bms.Profiles.Blocks"/>.</param>
    /// <param name="IsLimiting">True where its limiter has cut in, at 10 A.</param>
    /// <param name="ResistancePermille">Series resistance over that of a new one.</param>
    /// <param name="ConnectionMicroohms">Cable, breaker and bus bar.</param>
    internal sealed record BatteryPart(
        int SocPermille, int HeldOpen = 0, bool IsLimiting = false, int ResistancePermille = 1000, int ConnectionMicroohms = 2000);
}
