namespace BatterySim.Host.Tests.Model
{
    internal enum BankEventKind
    {
        Wait,
        WaitLong,
        Current,
        BreakerOn,
        BreakerOff,
        PressReset,
        ReleaseReset,
        Dip,
        LinkIn,
        LinkOut,
        InverterIn,
        InverterOut,
        Soc,
        Soh,
        Temperature,
        Reply,
        Inverter,
    }
}
