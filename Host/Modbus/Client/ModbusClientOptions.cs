namespace BatterySim.Host.Modbus.Client
{
    /// <summary>Patience of a client.</summary>
    /// <param name="TimeoutMilliseconds">Time from a request to the end of its reply, ms.</param>
    /// <param name="Attempts">Times that a request is sent, 1 or more.</param>
    /// <param name="GapMilliseconds">Silence before each request, ms; RTU asks for 3.5 characters.</param>
    public sealed record ModbusClientOptions(int TimeoutMilliseconds = 1000, int Attempts = 3, int GapMilliseconds = 20);
}
