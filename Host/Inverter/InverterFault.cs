namespace BatterySim.Host.Inverter
{
    /// <summary>Fault codes of a Sol-Ark that concern the battery; the number is that of the screen.</summary>
    public enum InverterFault
    {
        /// <summary>None.</summary>
        None = 0,

        /// <summary>F25 DC_Feedback: "Activate Battery" is on and there is no battery.</summary>
        DcFeedback = 25,

        /// <summary>F29 Parallel_CANBus: the inverters of a parallel set do not hear each other.</summary>
        ParallelCanBus = 29,

        /// <summary>F40 Batt_Over_Current: off-grid the load took more than "Max A discharge" for too long.</summary>
        BatteryOverCurrent = 40,

        /// <summary>F41: a parallel set stops because one of it is gone.</summary>
        ParallelStop = 41,

        /// <summary>F46 Battery_Backup: an inverter of a parallel set gets no battery data from its master.</summary>
        BatteryBackup = 46,

        /// <summary>F55 DC_VoltHigh: the battery's voltage is too high.</summary>
        DcVoltageHigh = 55,

        /// <summary>F56 DC_VoltLow: the battery is over-discharged.</summary>
        DcVoltageLow = 56,

        /// <summary>F58 BMS_Communication_Fault: the battery was silent for more than 10 s.</summary>
        BmsCommunication = 58,
    }
}
