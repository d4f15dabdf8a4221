using System;
using BatterySim.Bms.Stack;

namespace BatterySim.Host.Cli.View
{
    /// <summary>A state of charge as a bar.</summary>
    internal static class SocBar
    {
        /// <summary>A bar of so many columns.</summary>
        public static TextLine Compose(int socPermille, int width, bool isUnicode)
        {
            int permille = socPermille == BankReport.Unknown ? 0 : Math.Clamp(socPermille, 0, 1000);
            int full = ((permille * width) + 500) / 1000;
            return new TextLine()
                .Add(new string(isUnicode ? '█' : '#', full), permille > 200 ? Palette.Good : permille > 100 ? Palette.Wary : Palette.Bad)
                .Add(new string(isUnicode ? '░' : '.', width - full), Palette.Label);
        }
    }
}
