using System;
using System.Globalization;
using BatterySim.Host.Modbus.Server;

namespace BatterySim.Host.Tests.Modbus
{
    /// <summary>Registers of a real Sol-Ark 8K without a grid, first of 297 samples of 2025-11-18, from a published log of its dongle.</summary>
    /// <remarks>The serial number is left out. Zero where nothing is listed.</remarks>
    internal static class SolArk8KDump
    {
        private const string First =
            "0=3 1=1 2=513 11=1815 13=21009 14=5168 16=14464 17=1 18=515 "
            + "20=255 21=10 22=6411 23=4614 24=4865 "
            + "25=1 26=8000 28=1850 29=5050 30=4800 32=10000 33=3000 34=8000 35=2000 36=850 39=1000 43=1 45=1 53=12000 "
            + "59=2 60=5 63=54107 71=11 72=46319 74=44182 78=5786 84=5 85=59958 90=1442 91=1308 94=2000 96=17744 97=1 100=1 107=256 109=5 111=12 122=3614 123=8012 124=44 "
            + "150=50 151=17 152=31 153=2431 154=1201 155=1201 156=2402 157=1201 158=1201 164=280 165=80 173=351 174=18 175=369 176=351 177=18 178=369 179=351 180=18 "
            + "181=57 182=1250 183=5201 184=25 185=369 190=474 191=913 192=6000 193=6000 195=272 "
            + "201=5600 202=5600 203=5600 204=360 205=4800 206=20 207=30 210=100 211=100 214=1 215=5 216=990 217=20 218=21 219=35 220=5100 221=5200 222=5120 223=10242 225=4900 "
            + "226=50 227=40 228=5140 229=21 230=100 232=1 236=5100 237=80 238=5400 239=90 241=500 242=3 244=1 248=254 249=1 250=100 251=500 252=900 253=1300 254=1700 255=2100 "
            + "282=30 285=1 286=1 287=2650 288=1850 289=6500 290=5500 291=1 292=8000 293=8000 294=100 295=1000 296=65535 298=30000";

        /// <summary>The first sample.</summary>
        public static ushort[] Words => Parse(First);

        /// <summary>The last sample, 50 minutes later, as far as it is published.</summary>
        public static ushort[] LastWords => Parse(First + " 183=5187 184=22 175=445 178=445 185=445 190=553 191=1067 71=15");

        /// <summary>A unit that holds some registers and answers at once.</summary>
        public static ModbusResponder Unit(ushort[] words, ModbusServerOptions? options = null)
        {
            var image = new RegisterImage();
            image.Publish(words);
            return new ModbusResponder(image, options ?? new ModbusServerOptions { TurnaroundMilliseconds = 0 });
        }

        private static ushort[] Parse(string text)
        {
            ushort[] words = new ushort[330];
            foreach (string pair in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                string[] parts = pair.Split('=');
                words[int.Parse(parts[0], CultureInfo.InvariantCulture)] = ushort.Parse(parts[1], CultureInfo.InvariantCulture);
            }

            return words;
        }
    }
}
