using System;
using System.Linq;
using System.Reflection;
using BatterySim.Host.Cli.View;
using BatterySim.Host.Tests.Snapshots;
using Spectre.Console;
using Xunit;

namespace BatterySim.Host.Tests.View
{
    // What a person sees, at four sizes, in which colours.
    public class ScreenTests
    {
        [Theory]
        [InlineData(60, 36)]
        [InlineData(80, 24)]
        [InlineData(100, 40)]
        [InlineData(140, 50)]
        public void View_AtASize_IsAsItWas(int width, int height)
        {
            ViewRig rig = new(4);
            rig.Watch(5);
            rig.Do("FAUL:VAL:CCL 5,0,20;:MOD3:BRE OFF;:FAUL:FRAM35E:OMIT ON");
            rig.View.Places = rig.View.Places with { Scpi = "127.0.0.1:5025" };
            rig.Watch(8);

            Snapshot.Check($"view-{width}x{height}", string.Join('\n', rig.Draw(new ScreenSize(width, height), true)));
        }

        [Fact]
        public void Wrap_At60Columns_CutsNothing()
        {
            ViewRig rig = new(4);
            rig.Watch(3);
            string wide = Words(rig.Draw(new ScreenSize(99, 60), true));
            string[] narrow = rig.Draw(new ScreenSize(60, 60), true);

            Assert.DoesNotContain(narrow, static line => line.EndsWith('>'));
            foreach (string part in new[] { "DVL 44.8 V", "requests", "BMS_Err_Stop on", "name PYLON", "error-active" })
            {
                Assert.True(wide.Contains(part, StringComparison.Ordinal) == Words(narrow).Contains(part, StringComparison.Ordinal), part);
            }
        }

        // WCAG's contrast of each foreground on black, white, and both solarized backgrounds.
        [Fact]
        public void Palette_EveryForeground_IsReadableOnLightAndDark()
        {
            Color[] backgrounds = [new(0, 0, 0), new(255, 255, 255), new(0x00, 0x2b, 0x36), new(0xfd, 0xf6, 0xe3)];
            Style[] styles = [.. typeof(Palette).GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(static field => (Style)field.GetValue(null)!)];
            Assert.NotEmpty(styles);
            foreach (Style style in styles.Where(static style => style.Foreground != Color.Default))
            {
                foreach (Color background in style.Background == Color.Default ? backgrounds : [style.Background])
                {
                    double contrast = Contrast(style.Foreground, background);
                    Assert.True(contrast >= 3, $"{style.Foreground.ToHex()} on {background.ToHex()}: {contrast:0.0}");
                }
            }
        }

        [Fact]
        public void Colours_Refused_LeaveNoColourCode()
        {
            ViewRig rig = new(2);
            rig.Watch(3);
            Assert.DoesNotMatch("\u001b\\[[0-9;]*(3[0-9]|4[0-9]|9[0-9])[;m]", rig.DrawAnsi(new ScreenSize(100, 40), ColorSystemSupport.NoColors));
        }

        private static string Words(string[] lines) => string.Join(' ', string.Join(' ', lines).Split(' ', StringSplitOptions.RemoveEmptyEntries));

        private static double Contrast(Color one, Color other)
        {
            double first = Luminance(one);
            double second = Luminance(other);
            return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
        }

        private static double Luminance(Color color)
        {
            static double Linear(byte channel)
            {
                double share = channel / 255.0;
                return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
            }

            return (0.2126 * Linear(color.R)) + (0.7152 * Linear(color.G)) + (0.0722 * Linear(color.B));
        }
    }
}
