using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using BatterySim.Bms;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>Gives every reader lines and packets of its own format with faults in them. A reader ends, whatever it is given.</summary>
    internal static class LogFuzz
    {
        private const int RecordsPerLog = 64;
        private const int FaultsMax = 3;

        private static readonly string[][] Texts =
        [
            [
                "(1764300001.000000) can0 351#3002A00FA00FC001 R", " (2026-11-28 03:26:41.000000)  can0  RX - -  351   [8]  30 02 A0 0F A0 0F C0 01",
                "  can0  35E   [8]  50 59 4C 4F 4E 20 20 20   'PYLON   '", "  can0  20000004   [8]  00 04 00 00 00 00 60 00   ERRORFRAME",
                "(7.601) RX0 305 [8] 0 0 0 0 0 0 0 0 ", "(1.0) can0 305#R8_F", "  can0  305   [0]  remote request", "  can0  351   [2]  02`30",
                "[08:20:05.871][I][canbus:332]: send can_id: 0x351 hex: 28 2 0 0 0 0 c0 1",
                "2024-09-08 20:15:41.716 | CAN frame sending: Buffer (HEX): [0x56, 0x03, 0x00, 0x00, 0x08, 0x00, 0x00, 0x00, 1, 2, 3, 4, 5, 6, 7, 8]",
            ],
            [
                "date Mit Okt 14 06:22:05.250 pm 2026", "base hex  timestamps relative", "Begin Triggerblock Wed Oct 14 06:22:05.250 pm 2026",
                "   0.000000 Start of measurement", "   0.100000 1  351             Rx   d 8 30 02 A0 0F A0 0F C0 01", "   0.750000 1  ErrorFrame",
                "   0.020000 CANFD   1 Rx        355    0 0 8  8 37 00 64 00 00 00 00 00   130000  130        0 0 0 0 0 0", "   1.5 1  305 Rx r 8",
            ],
            [
                ";$FILEVERSION=2.1", ";$STARTTIME=46354.5", ";$COLUMNS=N,O,T,B,I,d,R,L,D", " 1 17.4 DT 1 0351 Rx - 2 30 02", " 2)  40.0  Warng  FFFFFFFF  4  00 00 00 08",
            ],
            ["Time Stamp,ID,Extended,Dir,Bus,LEN,D1,D2", "-1769872318259854,00000351,false,Rx,0,2,14,02,", "120973,18FF0355,true,Tx,1,8,37,00,64,00,00,00,00,00,"],
            [
                "***BUSMASTER Ver 3.2.2***", "***START DATE AND TIME 28:11:2026 3:26:41:512***", "***DEC***", "***RELATIVE MODE***",
                "03:26:42:0100 Rx 1 0x351 s 8 30 02 A0 0F A0 0F C0 01", "03:26:42:0300 Tx 2 355 xr 8",
            ],
            ["timestamp,arbitration_id,extended,remote,error,dlc,data", "1764300001.0,0x351,0,0,0,8,MAKgD6APwAE=", "1764300001.06,0x4,1,0,1,8,AAAAAAAAAAA="],
        ];

        private static readonly string[][] Packets =
        [
            ["D4C3B2A1020004000000000000000000000004000000E3000000", "E114296900000000100000001000000000000351080000003002A00FA00FC001"],
            [
                "0A0D0D0A1C0000004D3C2B1A01000000FFFFFFFFFFFFFFFF1C000000", "0100000014000000710000000000040014000000",
                "060000004000000000000000 9F440600403AD61A20000000200000000000011800000000000000000000000C51030000080000003002A00FA00FC00140000000",
            ],
        ];

        /// <summary>Runs until so many lines and packets were given; throws what a reader throws.</summary>
        /// <param name="seed">Seed of the faults.</param>
        /// <param name="records">Lines and packets to give.</param>
        /// <returns>Frames that were read, and what was not a frame.</returns>
        public static (long Frames, long Problems) Run(uint seed, int records)
        {
            var random = new Prng(seed);
            LoggedFrame record = new();
            long frames = 0;
            long problems = 0;
            for (int given = 0; given < records; given += RecordsPerLog)
            {
                byte[] log = Compose(random);
                try
                {
                    LogSource source = new(new MemoryStream(log), isSteady: random.Between(0, 1) == 0);
                    while (source.TryRead(record))
                    {
                        frames++;
                    }

                    problems += source.Problems.Count;
                    foreach (string sentence in source.Problems.Sentences(source.Unit))
                    {
                        problems += sentence.Length == 0 ? 1 : 0;
                    }
                }
                catch (LogFormatException)
                {
                    // A fault has turned the head into that of another program.
                    problems++;
                }
            }

            return (frames, problems);
        }

        private static byte[] Compose(Prng random)
        {
            bool isText = random.Between(0, 3) != 0;
            List<byte> log = [];
            string[] parts = isText ? Texts[random.Between(0, Texts.Length - 1)] : Packets[random.Between(0, Packets.Length - 1)];
            for (int index = 0; index < RecordsPerLog; index++)
            {
                // The head first, in its order; then anything.
                string part = index < parts.Length ? parts[index] : parts[isText ? random.Between(0, parts.Length - 1) : parts.Length - 1];
                byte[] bytes = isText ? Encoding.Latin1.GetBytes(part) : Convert.FromHexString(part.Replace(" ", "", StringComparison.Ordinal));
                log.AddRange(index >= parts.Length || random.Between(0, 7) == 0 ? Damage(bytes, random) : bytes);
                if (isText)
                {
                    log.Add((byte)(random.Between(0, 15) == 0 ? '\r' : '\n'));
                }
            }

            return [.. log];
        }

        private static List<byte> Damage(byte[] bytes, Prng random)
        {
            List<byte> damaged = [.. bytes];
            for (int fault = random.Between(0, FaultsMax); fault > 0 && damaged.Count > 0; fault--)
            {
                int at = random.Between(0, damaged.Count - 1);
                switch (random.Between(0, 3))
                {
                    case 0:
                        damaged[at] = (byte)random.Between(0, 255);
                        break;
                    case 1:
                        damaged.RemoveAt(at);
                        break;
                    case 2:
                        damaged.Insert(at, damaged[random.Between(0, damaged.Count - 1)]);
                        break;
                    default:
                        damaged.RemoveRange(at, random.Between(0, damaged.Count - at));
                        break;
                }
            }

            return damaged;
        }
    }
}
