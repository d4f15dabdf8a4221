namespace BatterySim.Bms.Instrument
{
    /// <summary>Carries out a command or answers a query.</summary>
    public delegate void ScpiHandler(ScpiCall call);
}
