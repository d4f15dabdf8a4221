using BatterySim.Host.Inverter;

namespace BatterySim.Host.Modbus.Map
{
    /// <summary>Who the virtual Sol-Ark says it is. The serial number is made up; the firmware numbers were read from real ones.</summary>
    public static class SolArkIdentity
    {
        /// <summary>Serial number, ten characters: made up.</summary>
        public const string SerialNumber = "0000000000";

        /// <summary>Rated power of a model, W (its name).</summary>
        public static int RatedWatts(InverterModel model) => model switch
        {
            InverterModel.SolArk5K => 5000,
            InverterModel.SolArk8K => 8000,
            InverterModel.SolArk12K => 12_000,
            _ => 15_000,
        };

        /// <summary>Firmware M, the control board. Field: 8K dump 5211, a 12K-P 6983, a 15K 7222; the 5K has that of the 8K (assumed).</summary>
        public static int FirmwareM(InverterModel model) => model switch
        {
            InverterModel.SolArk12K => 0x6983,
            InverterModel.SolArk15K => 0x7222,
            _ => 0x5211,
        };

        /// <summary>Firmware S. Field: 8K and 12K 0717, 15K 1726.</summary>
        public static int FirmwareS(InverterModel model) => model == InverterModel.SolArk15K ? 0x1726 : 0x0717;

        /// <summary>Firmware C, the communication board. Field: 8K 1430, 12K-P 142A, 15K 143F.</summary>
        public static int FirmwareC(InverterModel model) => model switch
        {
            InverterModel.SolArk12K => 0x142A,
            InverterModel.SolArk15K => 0x143F,
            _ => 0x1430,
        };
    }
}
