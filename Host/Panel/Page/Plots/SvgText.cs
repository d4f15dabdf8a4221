using Microsoft.AspNetCore.Components;

namespace BatterySim.Host.Panel.Page.Plots
{
    /// <summary>Text in an SVG; Razor itself cannot write that element.</summary>
    public static class SvgText
    {
        /// <summary>The element.</summary>
        /// <param name="x">Where it is anchored, with a unit if need be.</param>
        /// <param name="y">Its base line.</param>
        /// <param name="anchor">start, middle or end.</param>
        /// <param name="text">What it says.</param>
        /// <param name="style">Its class.</param>
        public static RenderFragment At(string x, string y, string anchor, string text, string style = "soft") => builder =>
        {
            builder.OpenElement(0, "text");
            builder.AddAttribute(1, "x", x);
            builder.AddAttribute(2, "y", y);
            builder.AddAttribute(3, "text-anchor", anchor);
            builder.AddAttribute(4, "class", style);
            builder.AddContent(5, text);
            builder.CloseElement();
        };
    }
}
