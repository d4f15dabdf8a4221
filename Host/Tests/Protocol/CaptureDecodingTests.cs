using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BatterySim.Bms.Can;
using BatterySim.Host.Protocol;
using Xunit;

namespace BatterySim.Host.Tests.Protocol
{
    public class CaptureDecodingTests
    {
        // The internal bus of EndurEnergy is not a battery-inverter protocol: no dialect claims it.
        private const string InternalBus = "endurenergy-esp5100-internal-bus.log";

        // What real senders put where no source says what it means. A row leaves when somebody explains it.
        private static readonly string[] KnownUnexplained =
        [
            "byd-lvs-victron.log 35A 000000A8000000A8",                             // pairs without a name, filled with 10 as the named ones
            "discover-aes-lynk2-serial-can.log 35A 000000AC000000",                 // likewise, and one 11
            "deye-se-f12c-profile-switch-to-victron-pylon.log 35F 0000000000004459", // the letters DY behind the capacity
            "emul-yambms-invalid-temp.log 355 0000000040064301",                    // YamBMS: fine SOC and remaining Ah
            "emul-yambms-invalid-temp.log 356 0000000000000200",                    // YamBMS: cycles
            "hv-growatt-sph-poll.log 00004200 00000000000000E8",                    // Growatt's own last byte of the poll
            "pytes-native-400.log 403 0444800204048000",                            // status bits that are set in rest
            "pytes-native-400.log 403 0484800204048000",
            "pytes-native-400.log 404 0000000001000000",
            "pytes-native-400.log 405 0000000000001000",
            "pytes-native-400.log 405 0000000000000F00",
            "pytes-native-400.log 406 0000000001000000",
            "pytes-native-400.log 40B 1902101121340000",
            "pytes-native-400.log 40B 18081709392C0000",
        ];

        public static TheoryData<string> Files()
        {
            return [.. Captures.Files];
        }

        [Theory]
        [InlineData("byd-lvs-victron.log", "victron")]
        [InlineData("deye-battery-bus-notes.log", "deye-v3.3")]
        [InlineData("deye-se-f12c-native.log", "deye-v3.3")]
        [InlineData("deye-se-f12c-native-charging.log", "deye-v3.3")]
        [InlineData("deye-se-f12c-native-idle-ccl0.log", "deye-v3.3")]
        [InlineData("discover-aes-lynk2-serial-can.log", "discover")]
        [InlineData("eco-worthy-cubix-pylon.log", "eco-worthy")]
        [InlineData("eco-worthy-victron-profile-vectors.log", "victron")]
        [InlineData("emul-jk-arminjo.log", "pylontech")]
        [InlineData("emul-negative-dcl.log", "pylontech")]
        [InlineData("emul-samsung-to-deye.log", "deye")]
        [InlineData("emul-yambms-invalid-temp.log", "pylontech")]
        [InlineData("hv-growatt-sph-poll.log", "high-voltage")]
        [InlineData("pylontech-us2000-us3000-x10.log", "pylontech")]
        [InlineData("pytes-native-400.log", "pytes")]
        [InlineData("pytes-v5a-victron.log", "victron")]
        public void Decode_CaptureInItsDialect_LeavesNoFrameUnexplained(string file, string dialect)
        {
            var decoder = new FrameDecoder(dialect);

            Assert.All(Captures.Frames(file), frame => Assert.Equal("", decoder.Decode(frame).Reason));
        }

        [Theory]
        [MemberData(nameof(Files))]
        public void Decode_CaptureWithoutBeingToldItsDialect_LeavesNoFrameUnexplained(string file)
        {
            FrameDecoder decoder = WarmedUp(file);
            string[] undecoded =
            [
                .. Captures.Frames(file).Select(decoder.Decode).Where(decoded => !decoded.IsDecoded).Select(decoded => decoded.Reason),
            ];

            Assert.Equal(file == InternalBus ? ["its identifier is in no dialect known here"] : [], undecoded);
        }

        [Fact]
        public void Decode_EveryCapture_ShowsUnexplainedBitsOnlyWhereTheyAreKnown()
        {
            var found = new SortedSet<string>(StringComparer.Ordinal);
            foreach (string file in Captures.Files)
            {
                FrameDecoder decoder = WarmedUp(file);
                foreach (CanFrame frame in Captures.Frames(file))
                {
                    DecodedSignal? bits = decoder.Decode(frame).Find("unexplainedBitsHex");
                    if (bits is not null)
                    {
                        found.Add($"{file} {frame.Id.ToString(frame.IsExtended ? "X8" : "X3", CultureInfo.InvariantCulture)} {bits.Text}");
                    }
                }
            }

            Assert.Equal(KnownUnexplained.Order(StringComparer.Ordinal), found);
        }

        // What each 0x356 says once its bus is known: charging is positive whatever the wire's sign, volts whatever its scale.
        [Theory]
        [InlineData("deye-se-f12c-native-charging.log", "53.60", "9.2")]
        [InlineData("pytes-v5a-victron.log", "52.62", "-0.7")]
        [InlineData("discover-aes-lynk2-serial-can.log", "52.2", "-23.9")]
        [InlineData("eco-worthy-cubix-pylon.log", "52.41", "0.0")]
        [InlineData("pylontech-us2000-us3000-x10.log", "49.42", "77.0")]
        public void Decode_FirstMeasurements_GivesVoltsAndChargingAmps(string file, string volts, string amps)
        {
            FrameDecoder decoder = WarmedUp(file);
            DecodedFrame decoded = decoder.Decode(Captures.Frames(file).First(frame => frame.Id == 0x356));

            Assert.Equal(volts, decoded.Find("bankVoltageVolts")!.ToString());
            Assert.Equal(amps, decoded.Find("bankCurrentAmps")!.ToString());
        }

        // The pack sends FFF9 as native Deye and 0002 to 0008 as Pylontech while it takes up to 0.8 A all the time, as its own 0x150 shows.
        [Fact]
        public void Decode_PackThatChangesItsProfile_KeepsTheDirectionOfTheCurrent()
        {
            const string file = "deye-se-f12c-profile-switch-to-victron-pylon.log";
            FrameDecoder decoder = WarmedUp(file);
            string[] amps =
            [
                .. Captures.Frames(file).Select(decoder.Decode).Select(decoded => decoded.Find("bankCurrentAmps")?.ToString()).OfType<string>(),
            ];

            Assert.Equal(["0.7", "0.6", "0.8", "0.8"], amps[..4]);
            Assert.DoesNotContain(amps, value => value.StartsWith('-'));
        }

        // The decoder of a log sees its first second before it prints anything.
        private static FrameDecoder WarmedUp(string file)
        {
            var decoder = new FrameDecoder(DecodeDialects.AutoName);
            foreach (CanFrame frame in Captures.Frames(file).Take(16))
            {
                decoder.Observe(frame);
            }

            return decoder;
        }
    }
}
