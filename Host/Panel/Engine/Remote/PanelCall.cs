namespace BatterySim.Host.Panel.Engine.Remote
{
    /// <summary>A request on the wire.</summary>
    /// <param name="Id">Number of the request on this connection, from 1 up; the reply carries it.</param>
    /// <param name="Verb">What.</param>
    /// <param name="First">First argument.</param>
    /// <param name="Second">Second argument.</param>
    public sealed record PanelCall(long Id, PanelVerb Verb, string First = "", string Second = "");
}
