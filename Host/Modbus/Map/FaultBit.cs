using System.Globalization;

namespace BatterySim.Host.Modbus.Map
{
    /// <summary>One bit of the fault words 103 to 106.</summary>
    /// <param name="Code">Number on the screen: bit + 1.</param>
    /// <param name="DocumentName">Name in Sol-Ark Modbus RTU Protocol V1.4; empty if it is not there.</param>
    /// <param name="ManualName">Name as clients quote it from the manual; empty if they have none.</param>
    public sealed record FaultBit(int Code, string DocumentName, string ManualName)
    {
        /// <summary>Bit of the 64.</summary>
        public int Bit => Code - 1;

        /// <summary>Register.</summary>
        public int Address => SolArkFaultBits.FirstAddress + (Bit / 16);

        /// <summary>Mask in it.</summary>
        public int Mask => 1 << (Bit % 16);

        /// <summary>As "F58 (bit 57: AC_U_GridCurr_High_Fault / BMS_Communication_Fault)".</summary>
        public override string ToString()
        {
            string names = DocumentName.Length == 0 ? ManualName
                : ManualName.Length == 0 || ManualName == DocumentName ? DocumentName
                : $"{DocumentName} / {ManualName}";
            return string.Create(CultureInfo.InvariantCulture, $"F{Code:00} (bit {Bit}: {names})");
        }
    }
}
