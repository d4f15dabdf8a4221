namespace BatterySim.Host.Protocol
{
    /// <summary>Which side puts a message on the bus.</summary>
    public enum MessageSender
    {
        /// <summary>The battery, or the master of a bank.</summary>
        Battery = 0,

        /// <summary>The inverter, or the controller that stands in its place.</summary>
        Inverter = 1,
    }
}
