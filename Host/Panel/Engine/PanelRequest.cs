namespace BatterySim.Host.Panel.Engine
{
    /// <summary>Something that a page asks for.</summary>
    /// <param name="Verb">What.</param>
    /// <param name="First">First argument: the line, a name or a path.</param>
    /// <param name="Second">Second argument: a value or a speed.</param>
    public sealed record PanelRequest(PanelVerb Verb, string First = "", string Second = "");
}
