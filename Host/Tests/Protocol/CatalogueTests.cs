using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Host.Protocol;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace BatterySim.Host.Tests.Protocol
{
    public partial class CatalogueTests
    {
        public static TheoryData<string> Names() => [.. DecodeDialects.Names];

        [Fact]
        public void Dialects_OfTheBank_CanAllBeRead()
        {
            Assert.All(Dialects.Names, name => Assert.NotNull(DecodeDialects.Find(name)));
        }

        [Theory]
        [MemberData(nameof(Names))]
        public void Messages_OfADialect_ShareNoIdentifierAndNoName(string dialect)
        {
            List<(uint, bool)> identifiers = [];
            foreach (MessageDefinition message in DecodeDialects.Find(dialect)!.Messages)
            {
                for (uint address = 0; address < message.AddressCount; address++)
                {
                    identifiers.Add((message.Id + address, message.IsExtended));
                }
            }

            string[] names = [.. DecodeDialects.Find(dialect)!.Messages.Select(message => message.Name)];
            Assert.Equal(identifiers.Distinct(), identifiers);
            Assert.Equal(names.Distinct(), names);
            Assert.All(identifiers, row => Assert.InRange(row.Item1, 0u, row.Item2 ? CanFrame.ExtendedIdMax : CanFrame.StandardIdMax));
        }

        // 32 characters is what the strictest DBC tools take; the rest is what makes the tables readable and free of contradiction.
        [Theory]
        [MemberData(nameof(Names))]
        public void Signals_OfEveryMessage_FitTheirFrameAndDoNotOverlap(string dialect)
        {
            foreach (MessageDefinition message in DecodeDialects.Find(dialect)!.Messages)
            {
                ulong taken = 0;
                Assert.Matches(Identifier(), message.Name);
                Assert.InRange(message.Length, 1, 8);
                Assert.True(Ascii.IsValid(message.Comment) && message.Comment.Length > 0, message.Name);
                Assert.Equal(message.Signals.Count, message.Signals.Select(signal => signal.Name).Distinct().Count());
                foreach (SignalDefinition signal in message.Signals)
                {
                    ulong bits = (signal.BitLength == 64 ? ulong.MaxValue : (1UL << signal.BitLength) - 1) << signal.StartBit;
                    Assert.Matches(Identifier(), signal.Name);
                    Assert.InRange(signal.StartBit + signal.BitLength, 1, 64);
                    Assert.True((taken & bits) == 0, $"{message.Name}.{signal.Name} overlaps.");
                    Assert.NotEqual(0m, signal.Scale);
                    Assert.True(signal.Minimum <= signal.Maximum, signal.Name);
                    Assert.True(Ascii.IsValid(signal.Comment + signal.Unit), signal.Name);
                    taken |= bits;
                }
            }
        }

        // Names say their unit, in the same words everywhere.
        [Theory]
        [MemberData(nameof(Names))]
        public void Signals_WithAUnit_HaveItInTheirName(string dialect)
        {
            var words = new Dictionary<string, string>
            {
                ["V"] = "Volts",
                ["A"] = "Amps",
                ["%"] = "Percent",
                ["degC"] = "Celsius",
                ["mV"] = "Millivolts",
                ["Ah"] = "AmpereHours",
                ["mAh"] = "MilliampereHours",
                ["kWh"] = "KilowattHours",
                ["Wh"] = "WattHours",
                ["W"] = "Watts",
                ["s"] = "Seconds",
            };

            IEnumerable<SignalDefinition> signals = DecodeDialects.Find(dialect)!.Messages.SelectMany(message => message.Signals);
            foreach (SignalDefinition signal in signals.Where(signal => signal.Unit.Length > 0))
            {
                Assert.EndsWith(words[signal.Unit], signal.Name, System.StringComparison.Ordinal);
            }
        }

        [Theory]
        [MemberData(nameof(Names))]
        public void Decode_AnyFrame_NeverThrowsAndSaysWhyNot(string dialect)
        {
            uint[] known = [.. DecodeDialects.All.SelectMany(any => any.Messages).Select(message => message.Id)];
            Gen<CanFrame> frames =
                from id in Gen.OneOf(Gen.Elements(known), Gen.Choose(0, 0x7FF).Select(value => (uint)value))
                from isExtended in Gen.Elements(false, false, true)
                from isRemote in Gen.Elements(false, false, false, true)
                from length in Gen.Choose(0, 8)
                from data in Gen.Choose(0, 255).ArrayOf(8)
                select FrameOf(id, length, isExtended, isRemote, data);
            var explicitDecoder = new FrameDecoder(dialect);
            var autoDecoder = new FrameDecoder(DecodeDialects.AutoName);

            Prop.ForAll(frames.ToArbitrary(), frame => IsSound(explicitDecoder.Decode(frame)) && IsSound(autoDecoder.Decode(frame)))
                .QuickCheckThrowOnFailure();
        }

        [Theory]
        [InlineData("351#1402740E", "chargeVoltageLimitVolts chargeCurrentLimitAmps")]
        [InlineData("351#1402740E740E", "chargeVoltageLimitVolts chargeCurrentLimitAmps dischargeCurrentLimitAmps")]
        [InlineData("35E#5059544553", "manufacturerName")]
        public void Decode_ShortFrame_GivesTheSignalsThatFit(string frame, string signals)
        {
            DecodedFrame decoded = new FrameDecoder("pylontech").Decode(Captures.Frame(frame));

            Assert.Equal(signals, string.Join(' ', decoded.Signals.Select(signal => signal.Name)));
        }

        [Theory]
        [InlineData("pylontech", "351#14", "too few")]
        [InlineData("pylontech", "351#", "too few")]
        [InlineData("pylontech", "351#R8", "remote frame")]
        [InlineData("pylontech", "35A#00", "it is in pylontech-v1.3, victron, discover")]
        [InlineData("pylontech", "00000351#0000000000000000", "not in dialect pylontech")]
        [InlineData("auto", "123#00", "in no dialect known here")]
        public void Decode_FrameThatItCannotRead_SaysWhy(string dialect, string frame, string reason)
        {
            DecodedFrame decoded = new FrameDecoder(dialect).Decode(Captures.Frame(frame));

            Assert.False(decoded.IsDecoded);
            Assert.Contains(reason, decoded.Reason, System.StringComparison.Ordinal);
        }

        [Theory]
        [InlineData("emul-negative-dcl.log", "dischargeCurrentLimitAmps", "modulesOnline")]
        [InlineData("emul-yambms-invalid-temp.log", "temperatureCelsius")]
        public void Decode_ValueThatMakesNoSense_IsMarkedOutOfRange(string file, params string[] signals)
        {
            var decoder = new FrameDecoder("pylontech");
            string[] marked =
            [
                .. Captures.Frames(file).SelectMany(frame => decoder.Decode(frame).Signals)
                    .Where(any => any.IsOutOfRange).Select(any => any.Name).Distinct(),
            ];

            Assert.Equal(signals, marked);
        }

        // One identifier, one frame, several meanings: which one is taken follows from what else the bus says.
        [Theory]
        [InlineData("371#6400FC0800000000", "35E#44593030311CFC08", "deye-v3.3", "OnGridLimits")]
        [InlineData("371#2041455300000000", "35E#444953434F564552", "discover", "ProductNamePart2")]
        [InlineData("371#0401020206020402", "359#0000000002504E00", "eco-worthy", "CellPlaces")]
        [InlineData("359#0100000000000000", "361#0000000000000000", "deye-v3.3", "Faults")]
        [InlineData("359#0200000000000000", "351#1402740E740ECC01", "sol-ark", "Alarms")]
        [InlineData("359#02000000000000", "351#1402740E740ECC01", "pylontech", "Alarms")]
        [InlineData("372#00000002", "35E#50594C4F4E202020", "discover", "Discover372")]
        [InlineData("372#0200000000000000", "35A#AAAAAAAAAAAAAAAA", "victron", "ModuleCounts")]
        [InlineData("400#0000000000000300", "35E#44593030311CFC08", "deye-v3.3", "PackStatus")]
        [InlineData("400#38022C01EE02C701", "409#A0860100CC520000", "pytes", "PytesLimits")]
        [InlineData("400#0002000000000000", "409#A0860100CC520000", "pytes", "PytesLimits")]
        [InlineData("356#0A0211FFBE000000", "351#1402740E740ECC01", "sol-ark-v1.3", "Measurements")]
        [InlineData("356#0A0211FFBE000000", "354#2C01BA0000000000", "discover", "Measurements")]
        public void Decode_IdentifierOfManyMeanings_FollowsTheRestOfTheBus(string frame, string evidence, string dialect, string name)
        {
            var decoder = new FrameDecoder(DecodeDialects.AutoName);
            decoder.Observe(Captures.Frame(evidence));
            DecodedFrame decoded = decoder.Decode(Captures.Frame(frame));

            Assert.Equal((dialect, name), (decoded.Dialect, decoded.Name));
        }

        private static bool IsSound(DecodedFrame decoded)
        {
            return decoded.IsDecoded == decoded.Signals.Count > 0 && decoded.Signals.All(signal => signal.ToString().Length >= 0);
        }

        private static CanFrame FrameOf(uint id, int length, bool isExtended, bool isRemote, int[] data)
        {
            var frame = new CanFrame();
            frame.Begin(id, length, isExtended, isRemote);
            for (int index = 0; index < frame.Length && !isRemote; index++)
            {
                frame.PutU8(index, data[index]);
            }

            return frame;
        }

        [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{0,31}$")]
        private static partial Regex Identifier();
    }
}
