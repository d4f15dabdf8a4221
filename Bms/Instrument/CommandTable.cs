using BatterySim.Bms.Faults;
using BatterySim.Bms.Profiles;

namespace BatterySim.Bms.Instrument
{
    /// <summary>Every command in the order of the manual: the rows are the manual (docs/scpi.md is printed from them).</summary>
    /// <remarks>Help: parameters ~ range ~ default ~ example ~ what it does.</remarks>
    public static class CommandTable
    {
        private const int Act = ScpiCommand.Acts;
        private const int Ask = ScpiCommand.Query;
        private const int Take = ScpiCommand.Query | ScpiCommand.Takes;
        private const int Both = ScpiCommand.Set | ScpiCommand.Query;
        private const int Keep = ScpiCommand.Setting;
        private const string Start = "[, <start> S[, <duration> S]]";
        private const string Switched = "ON" + Start + "|OFF";

        /// <summary>Parts that the table is made in.</summary>
        public const int SectionCount = 5;

        /// <summary>Makes the whole table with its manual.</summary>
        public static ScpiCommand[] Create()
        {
            ScpiCommand[] all = new ScpiCommand[0];
            for (int section = 0; section < SectionCount; section++)
            {
                ScpiCommand[] rows = CreateSection(section);
                ScpiCommand[] longer = new ScpiCommand[all.Length + rows.Length];
                global::System.Array.Copy(all, 0, longer, 0, all.Length);
                global::System.Array.Copy(rows, 0, longer, all.Length, rows.Length);
                all = longer;
            }

            return all;
        }

        /// <summary>Makes a part of the table.</summary>
        /// <param name="section">0 to one less than <see cref="SectionCount"/>.</param>
        public static ScpiCommand[] CreateSection(int section)
        {
            switch (section)
            {
                case 0: return System();
                case 1: return Bank();
                case 2: return Module();
                case 3: return Fault();
                default: return Seen();
            }
        }

#pragma warning disable IDE0055 // columns
        private static ScpiCommand[] System()
        {
            return new ScpiCommand[]
            {
                // IEEE 488.2
                new ScpiCommand("*CLS", Act,  CommonCommands.Clear,             0, "~~~*CLS~Clears the error queue and all event registers."),
                new ScpiCommand("*ESE", Both, CommonCommands.EventEnable,       0, "<mask>~0 to 255~0~*ESE 60~Event status bits that show in bit 5 of the status byte."),
                new ScpiCommand("*ESR", Take, CommonCommands.EventStatus,       0, "~~~*ESR?~Event status register; asking clears it. 1 complete, 4 query, 8 device, 16 execution, 32 command error, 128 power on."),
                new ScpiCommand("*IDN", Ask,  CommonCommands.Identify,          0, "~~~*IDN?~Maker, model, serial number, version."),
                new ScpiCommand("*OPC", Act | Ask, CommonCommands.OperationComplete, 0, "~~~*OPC?~Notes, or answers 1, that everything before it is done. Every command is done before the next one begins."),
                new ScpiCommand("*RST", Act,  CommonCommands.Reset,             0, "~~~*RST~Back to the bank, dialect and state that the program or the board was started with; faults end, time goes on."),
                new ScpiCommand("*SRE", Both, CommonCommands.ServiceEnable,     0, "<mask>~0 to 255~0~*SRE 32~Bits of the status byte that set its bit 6."),
                new ScpiCommand("*STB", Ask,  CommonCommands.StatusByte,        0, "~~~*STB?~Status byte: 4 errors wait, 8 questionable, 16 an answer waits, 32 event, 64 service, 128 operation."),
                new ScpiCommand("*TST", Ask,  CommonCommands.SelfTest,          0, "~~~*TST?~Self-test: 0 for sound."),
                new ScpiCommand("*WAI", Act,  CommonCommands.Wait,              0, "~~~*WAI~Waits for what is under way: for nothing, since every command is done before the next one begins."),
                new ScpiCommand("*SAV", Act,  CommonCommands.Save,              0, "<place>~0 to 9~0~*SAV 1~Keeps everything that can be set, faults with the time that is left of them, load and current; not the enable registers, SYST:SPE and a held RST button."),
                new ScpiCommand("*RCL", Act,  CommonCommands.Recall,            0, "<place>~0 to 9~0~*RCL 1~Brings back what *SAV kept; the bank is built anew, awake and correctly numbered, and its BMS read the DIP switches when they start next, as after MODule#:DIP."),

                // SCPI-1999, volume 2, chapters 20 and 21
                new ScpiCommand("SYSTem:ERRor[:NEXT]",      Take, SystemCommands.NextError,  0, "~~~SYST:ERR?~Oldest error with number, text and detail; asking removes it. 0 if there is none."),
                new ScpiCommand("SYSTem:ERRor:ALL",         Take, SystemCommands.AllErrors,  0, "~~~SYST:ERR:ALL?~All errors; asking removes them."),
                new ScpiCommand("SYSTem:ERRor:COUNt",       Ask,  SystemCommands.ErrorCount, 0, "~~~SYST:ERR:COUN?~Errors that wait."),
                new ScpiCommand("SYSTem:VERSion",           Ask,  SystemCommands.Version,    0, "~~~SYST:VERS?~Version of SCPI: 1999.0."),
                new ScpiCommand("SYSTem:HELP:HEADers",      Ask,  SystemCommands.Headers,    0, "~~~SYST:HELP:HEAD?~All headers as a block, one a line."),
                new ScpiCommand("SYSTem:SLIPs",             Ask,  SystemCommands.Slips,      0, "~~~SYST:SLIP?~Times at which the machine did not let a twin run for more than 50 ms: how many, all together, the longest, s. Frames left late then."),
                new ScpiCommand("SYSTem:TIME",              Ask,  SystemCommands.Time,       0, "~~~SYST:TIME?~Simulated time since the start, s."),
                new ScpiCommand("SYSTem:SPEed",             Both, SystemCommands.Speed,      0, "<factor>~0 to 1000000~1~SYST:SPE 10~Simulated seconds in a second; 0 for as fast as it goes. A running twin only."),
                new ScpiCommand("STATus:PRESet",            Act,  StatusCommands.Preset,     0, "~~~STAT:PRES~Sets both enable registers to 0."),
                new ScpiCommand("STATus:OPERation[:EVENt]", Take, StatusCommands.Events,     0, "~~~STAT:OPER?~Operation events since last asked: 256 speaks to the inverter, 512 charges, 1024 discharges, 2048 inverter answers."),
                new ScpiCommand("STATus:OPERation:CONDition", Ask, StatusCommands.Condition, 0, "~~~STAT:OPER:COND?~The same bits as they are now."),
                new ScpiCommand("STATus:OPERation:ENABle",  Both, StatusCommands.Enable,     0, "<mask>~0 to 32767~0~STAT:OPER:ENAB 256~Operation events that show in the status byte."),
                new ScpiCommand("STATus:QUEStionable[:EVENt]", Take, StatusCommands.Events,  1, "~~~STAT:QUES?~Questionable events since last asked: 1 voltage, 2 current, 4 the host was late (an event only), 16 temperature protection, 512 follower lost, 1024 inverter lost, 2048 bus passive or off, 4096 a fault acts."),
                new ScpiCommand("STATus:QUEStionable:CONDition", Ask, StatusCommands.Condition, 1, "~~~STAT:QUES:COND?~The same bits as they are now."),
                new ScpiCommand("STATus:QUEStionable:ENABle", Both, StatusCommands.Enable,   1, "<mask>~0 to 32767~0~STAT:QUES:ENAB 4096~Questionable events that show in the status byte."),
            };
        }

        private static ScpiCommand[] Bank()
        {
            return new ScpiCommand[]
            {
                new ScpiCommand("BANK:PROFile",             Keep, BankCommands.Profile,  0, "<name>[, <batteries>]~see BANK:PROFile:CATalog?~sok-sk48v100~BANK:PROF sok-sk48v100,4~Product and number of batteries; the bank is built anew."),
                new ScpiCommand("BANK:PROFile:CATalog",     Ask,  BankCommands.Profiles, 0, "~~~BANK:PROF:CAT?~Names of all products."),
                new ScpiCommand("BANK:BATTery",             Both, BankCommands.Batteries, 0, "<number>~1 to what product and home allow~1~BANK:BATT 4~Batteries, master included; the bank is built anew."),
                new ScpiCommand("BANK:EXPected",            Keep, BankCommands.Expected, 0, "<followers>~-1 to 63~-1~BANK:EXP -1~Followers that the count switches of the master announce, on products that have them; -1 where nobody set them."),
                new ScpiCommand("BANK:RESTart",             Act,  BankCommands.Restart,  0, "~~~BANK:REST~Builds the same bank anew, correctly wired and numbered."),
                new ScpiCommand("BANK:VOLTage",             Ask,  BankCommands.Measure,  0, "~~~BANK:VOLT?~Voltage at the terminals, V."),
                new ScpiCommand("BANK:CURRent",             Ask,  BankCommands.Measure,  1, "~~~BANK:CURR?~Current at the terminals, A, charging positive."),
                new ScpiCommand("BANK:SOC",                 Ask,  BankCommands.Measure,  2, "~~~BANK:SOC?~SOC that the master claims, %."),
                new ScpiCommand("BANK:ONLine",              Ask,  BankCommands.Measure,  3, "~~~BANK:ONL?~Batteries that the master hears, itself included."),
                new ScpiCommand("BANK:MASTer",              Ask,  BankCommands.Measure,  4, "~~~BANK:MAST?~Battery that speaks to the inverter, 1 for the first; 0 while none does."),
                new ScpiCommand("OUTPut[:STATe]",           Keep, BankCommands.Output,   0, "ON|OFF~~ON~OUTP ON~OFF holds the bank silent on CAN; it goes on in every other way."),
                new ScpiCommand("BANK:DIALect",             Keep, DialectCommands.Select, 0, "<name>~see BANK:DIALect:CATalog?~sol-ark~BANK:DIAL pylontech~All settings of the dialect at once. A change of the dialect starts a new set."),
                new ScpiCommand("BANK:DIALect:CATalog",     Ask,  DialectCommands.Catalog, 0, "~~~BANK:DIAL:CAT?~Names of all dialects."),
                new ScpiCommand("BANK:DIALect:DLENgth",     Keep, DialectCommands.DataLength, 0, "PADDed|NATive~~PADD~BANK:DIAL:DLEN NAT~Data length: always eight bytes, or as long as the frame needs."),
                new ScpiCommand("BANK:DIALect:VSCale",      Keep, DialectCommands.VoltageScale, 0, "CENTivolt|DECivolt~~CENT~BANK:DIAL:VSC DEC~Unit of the voltage in 0x356."),
                new ScpiCommand("BANK:DIALect:CSIGn",       Keep, DialectCommands.CurrentSign, 0, "CHARge|DISCharge~~CHAR~BANK:DIAL:CSIG CHAR~Which current is positive in 0x356."),
                new ScpiCommand("BANK:DIALect:NAME",        Keep, DialectCommands.Name,  0, "\"<text>\"~0 to 8 characters~empty~BANK:DIAL:NAME \"PYLON\"~Name in 0x35E; empty for the product's own."),
                new ScpiCommand("BANK:DIALect:CAPacity",    Keep, DialectCommands.Flag,  0, "ON|OFF~~ON~BANK:DIAL:CAP OFF~Whether 0x379 is sent where the order has it."),
                new ScpiCommand("BANK:DIALect:FSOC",        Keep, DialectCommands.Flag,  1, "ON|OFF~~OFF~BANK:DIAL:FSOC ON~Whether 0x355 carries SOC in 0.01 % as well."),
                new ScpiCommand("BANK:DIALect:ORDer",       Keep, DialectCommands.Order, 0, "<id>{, <id>}~#H351 #H355 #H356 #H359 #H35A #H35C #H35E #H35F #H379~of the dialect~BANK:DIAL:ORD #H351,#H355,#H356,#H359~Frames of a set in the order in which they are sent."),
                new ScpiCommand("BANK:DIALect:PERiod",      Keep, DialectCommands.Period, 0, "<time> S~0.1 to 5 s~1 s~BANK:DIAL:PER 500 MS~Time from one set to the next."),
                new ScpiCommand("BANK:DIALect:GAP",         Keep, DialectCommands.Gap,   0, "<time> S~0 to 0.5 s~20 ms~BANK:DIAL:GAP 10 MS~Time from one frame of a set to the next."),
                new ScpiCommand("BANK:DIALect:JITTer",      Keep, DialectCommands.Jitter, 0, "<time> S~0 to less than the period~0 s~BANK:DIAL:JITT 5 MS~Each set starts up to this much late."),
                new ScpiCommand("BANK:CADence",             Keep, DialectCommands.Cadence, 0, "BROadcast|POLL|BOTH~~BRO~BANK:CAD BOTH~Who leads the conversation: the battery, the inverter's 0x305, or both."),
                new ScpiCommand("POLicy:LIMits",            Keep, BankCommands.Policy, (int)ProfileKey.LimitPolicy, "sum|weakest|master~~of the product~POL:LIM weakest~How CCL and DCL of the bank are made."),
                new ScpiCommand("POLicy:SOC",               Keep, BankCommands.Policy, (int)ProfileKey.SocPolicy, "weighted|lowest|highest|master~~of the product~POL:SOC lowest~How SOC of the bank is made."),
                new ScpiCommand("POLicy:FLAGs",             Keep, BankCommands.Policy, (int)ProfileKey.FlagPolicy, "any|all~~of the product~POL:FLAG any~Whether one battery or all must report a protection."),
                new ScpiCommand("POLicy:TEMPerature",       Keep, BankCommands.Policy, (int)ProfileKey.TemperaturePolicy, "mean|highest|lowest~~of the product~POL:TEMP highest~How the temperature of the bank is made."),
                new ScpiCommand("POLicy:GAPS",              Keep, BankCommands.Policy, (int)ProfileKey.GapPolicy, "stop-and-alarm|stop|skip~~of the product~POL:GAPS skip~What happens at a gap in the addresses."),
                new ScpiCommand("POLicy:RECHarge",          Keep, BankCommands.Recharge, 0, "<share> PCT~0 to 100 %~of the product~POL:RECH 97~SOC below which a battery that was full takes charge again; CCL is 0 until then."),
                new ScpiCommand("CURRent",                  Both, BankCommands.Current, 0, "<current> A~-2000 to 2000 A~0 A~CURR -20 A~Current at the terminals, charging positive, where no inverter sets it."),
                new ScpiCommand("LOAD",                     Both, BankCommands.Load,    0, "<power> W~-1 to 1 MAW~0 W~LOAD 2.5 KW~Power that is drawn, negative to charge: by the inverter's loads, or from the terminals where there is no inverter."),
            };
        }

        private static ScpiCommand[] Module()
        {
            return new ScpiCommand[]
            {
                new ScpiCommand("MODule#:DIP",              Keep, ModuleCommands.Dip,      0, "<number>~0 to what the switches show~0~MOD3:DIP 13~Address switches; the BMS reads them when it starts."),
                new ScpiCommand("MODule#:BREaker",          Keep, ModuleCommands.Breaker,  0, "ON|OFF~~ON~MOD2:BRE OFF~Breaker of the battery."),
                new ScpiCommand("MODule#:FET:CHARge",       Keep, ModuleCommands.Fet,      Blocks.Charge, "ON|OFF~~ON~MOD1:FET:CHAR OFF~OFF: the BMS holds its charge FET open until it restarts."),
                new ScpiCommand("MODule#:FET:DISCharge",    Keep, ModuleCommands.Fet,      Blocks.Discharge, "ON|OFF~~ON~MOD1:FET:DISC OFF~OFF: the BMS holds its discharge FET open until it restarts."),
                new ScpiCommand("MODule#:RST",              Both, ModuleCommands.Reset,    0, "PRESs|RELease|<hold time> S~0 to 60 s~0.1 s~MOD1:RST 3 S~RST button. An asleep bank wakes at once; held 3 s and let go it sleeps, after 6 s it restarts. Asked: 1 while it is held."),
                new ScpiCommand("MODule#:LINK",             Keep | ScpiCommand.NotLast, ModuleCommands.Link, 0, "ON|OFF~~ON~MOD2:LINK OFF~Chain cable to the next battery."),
                new ScpiCommand("MODule#:CAN",              Keep, ModuleCommands.Can,      0, "ON|OFF~~ON for battery 1~MOD1:CAN ON~Cable from the battery's CAN port to the inverter."),
                new ScpiCommand("MODule#:SOH",              Keep, ModuleCommands.Soh,      0, "<share> PCT~0.1 to 100 %~100 %~MOD2:SOH 80~State of health: what is left of the capacity."),
                new ScpiCommand("MODule#:CAPacity",         Keep, ModuleCommands.Capacity, 0, "<charge> AH~1 to 2000 Ah~of the product~MOD2:CAP 120 AH~Capacity at the present SOH; SOC stays as it is."),
                new ScpiCommand("MODule#:SOC",              Keep, ModuleCommands.Soc,      0, "<share> PCT~0 to 100 %~50 %~MOD3:SOC 55~State of charge; the cells are then at rest."),
                new ScpiCommand("MODule#:TEMPerature",      Keep, ModuleCommands.Temperature, 0, "<degrees> CEL~-40 to 100 degrees Celsius~25~MOD1:TEMP -5 CEL~Cell temperature."),
                new ScpiCommand("MODule#:AMBient",          Keep, ModuleCommands.Ambient,  0, "<degrees> CEL~-40 to 100 degrees Celsius~25~MOD1:AMB 40~Temperature of the room around the battery."),
                new ScpiCommand("MODule#:RESistance",       Keep, ModuleCommands.Resistance, 0, "<share> PCT~10 to 10000 %~100 %~MOD2:RES 150 PCT~Series resistance against that of a new battery."),
                new ScpiCommand("MODule#:REPLy",            Keep, ModuleCommands.Reply,    0, "NORMal|ZEROs|SILent~~NORM~MOD2:REPL ZERO~What the battery answers when its master asks."),
                new ScpiCommand("MODule#:CANProtocol",      Keep, ModuleCommands.Protocol, 0, "PYLontech|OTHer~~PYL~MOD1:CANP PYL~Protocol of the battery's CAN port; with another one an inverter hears nothing."),
                new ScpiCommand("MODule#:CELL#:OFFSet",     Both, ModuleCommands.CellOffset, 0, "<share> PCT~-50 to 50 %~0 %~MOD1:CELL4:OFFS -1.5~SOC by which a cell lies above the battery's at full charge."),
                new ScpiCommand("MODule#:OFFSets",          Keep, ModuleCommands.CellOffsets, 0, "<share> PCT{, <share> PCT}~-50 to 50 %, one for each cell~as the seed drew them~MOD1:OFFS 0,0,0,-1.5,0,0,0,0,0,0,0,0,0,0,2,0~The offsets of all cells. *SAV keeps them where one was set."),
                new ScpiCommand("MODule#:CELL#:VOLTage",    Ask,  ModuleCommands.CellVoltage, 0, "~~~MOD1:CELL16:VOLT?~Voltage of a cell, V."),
                new ScpiCommand("MODule#:CMAXimum",         Ask,  ModuleCommands.Measure,  2, "~~~MOD1:CMAX?~Highest cell voltage, V."),
                new ScpiCommand("MODule#:CMINimum",         Ask,  ModuleCommands.Measure,  3, "~~~MOD1:CMIN?~Lowest cell voltage, V."),
                new ScpiCommand("MODule#:VOLTage",          Ask,  ModuleCommands.Measure,  0, "~~~MOD1:VOLT?~Voltage that the BMS measures, V."),
                new ScpiCommand("MODule#:CURRent",          Ask,  ModuleCommands.Measure,  1, "~~~MOD1:CURR?~Current that the BMS measures, A, charging positive."),
                new ScpiCommand("MODule#:STATe",            Ask,  ModuleCommands.State,    0, "~~~MOD1:STAT?~OFF, ASL, STAR or RUNN."),
                new ScpiCommand("MODule#:ADDRess",          Ask,  ModuleCommands.Measure,  4, "~~~MOD1:ADDR?~Address that the BMS took when it started."),
                new ScpiCommand("MODule#:LIMits",           Ask,  ModuleCommands.Measure,  9, "~~~MOD1:LIM?~CCL and DCL of the battery, A."),
                new ScpiCommand("MODule#:PROTections",      Ask,  ModuleCommands.Measure,  5, "~~~MOD1:PROT?~Protections that act: 1 over-voltage, 2 under-voltage, 4 hot, 8 cold, 16 discharge, 32 charge over-current, 64 system."),
                new ScpiCommand("MODule#:ALARms",           Ask,  ModuleCommands.Measure,  6, "~~~MOD1:ALAR?~Alarms that stand, the same bits."),
                new ScpiCommand("MODule#:TRIPs",            Ask,  ModuleCommands.Measure,  7, "~~~MOD1:TRIP?~Protections that acted since the start."),
            };
        }

        private static ScpiCommand[] Fault()
        {
            return new ScpiCommand[]
            {
                new ScpiCommand("FAULt:CLEar",              Act,  FaultCommands.Clear, 0, "~~~FAUL:CLE~Ends all faults."),
                new ScpiCommand("FAULt:COUNt",              Ask,  FaultCommands.Count, 0, "~~~FAUL:COUN?~Faults that act or wait for their start."),
                new ScpiCommand("FAULt:VALue:CVL",          Keep, FaultCommands.Value, (int)ReportValue.ChargeVoltageLimit, "<voltage> V|UNKNown|OFF" + Start + "~0 to 6553.5 V~OFF~FAUL:VAL:CVL 58.4 V,2 S,10 S~CVL in 0x351. An unknown value withholds its frame."),
                new ScpiCommand("FAULt:VALue:CCL",          Keep, FaultCommands.Value, (int)ReportValue.ChargeCurrentLimit, "<current> A|UNKNown|OFF" + Start + "~-3276.7 to 3276.7 A~OFF~FAUL:VAL:CCL 0~CCL in 0x351."),
                new ScpiCommand("FAULt:VALue:DCL",          Keep, FaultCommands.Value, (int)ReportValue.DischargeCurrentLimit, "<current> A|UNKNown|OFF" + Start + "~-3276.7 to 3276.7 A~OFF~FAUL:VAL:DCL 10 A~DCL in 0x351."),
                new ScpiCommand("FAULt:VALue:DVL",          Keep, FaultCommands.Value, (int)ReportValue.DischargeVoltageLimit, "<voltage> V|UNKNown|OFF" + Start + "~0 to 6553.5 V~OFF~FAUL:VAL:DVL 44 V~DVL in 0x351."),
                new ScpiCommand("FAULt:VALue:SOC",          Keep, FaultCommands.Value, (int)ReportValue.Soc, "<share> PCT|UNKNown|OFF" + Start + "~0 to 65535 %~OFF~FAUL:VAL:SOC 5,0,30 S~SOC in 0x355; above 100 % nonsense, as far as the field goes."),
                new ScpiCommand("FAULt:VALue:SOH",          Keep, FaultCommands.Value, (int)ReportValue.Soh, "<share> PCT|UNKNown|OFF" + Start + "~0 to 65535 %~OFF~FAUL:VAL:SOH 70~SOH in 0x355."),
                new ScpiCommand("FAULt:VALue:VOLTage",      Keep, FaultCommands.Value, (int)ReportValue.Voltage, "<voltage> V|UNKNown|OFF" + Start + "~0 to 327.67 V~OFF~FAUL:VAL:VOLT UNKN~Voltage in 0x356."),
                new ScpiCommand("FAULt:VALue:CURRent",      Keep, FaultCommands.Value, (int)ReportValue.Current, "<current> A|UNKNown|OFF" + Start + "~-3276.7 to 3276.7 A~OFF~FAUL:VAL:CURR -350 MA~Current in 0x356, charging positive."),
                new ScpiCommand("FAULt:VALue:TEMPerature",  Keep, FaultCommands.Value, (int)ReportValue.Temperature, "<degrees> CEL|UNKNown|OFF" + Start + "~-3276.7 to 3276.7 degrees Celsius~OFF~FAUL:VAL:TEMP -150~Temperature in 0x356."),
                new ScpiCommand("FAULt:VALue:PROTections",  Keep, FaultCommands.Value, (int)ReportValue.Protections, "<mask>|OFF" + Start + "~0 to 127~OFF~FAUL:VAL:PROT 2~Protections; bits as in MODule#:PROTections?."),
                new ScpiCommand("FAULt:VALue:ALARms",       Keep, FaultCommands.Value, (int)ReportValue.Alarms, "<mask>|OFF" + Start + "~0 to 127~OFF~FAUL:VAL:ALAR #H40~Alarms; the same bits."),
                new ScpiCommand("FAULt:VALue:CENable",      Keep, FaultCommands.Value, (int)ReportValue.ChargeEnable, "1|0|OFF" + Start + "~~OFF~FAUL:VAL:CEN 0~Charge enable in 0x35C."),
                new ScpiCommand("FAULt:VALue:DENable",      Keep, FaultCommands.Value, (int)ReportValue.DischargeEnable, "1|0|OFF" + Start + "~~OFF~FAUL:VAL:DEN 0~Discharge enable in 0x35C."),
                new ScpiCommand("FAULt:VALue:FHIGh",        Keep, FaultCommands.Value, (int)ReportValue.ForceChargeBit5, "1|0|OFF" + Start + "~~OFF~FAUL:VAL:FHIG 1~Force charge, bit 5 of 0x35C."),
                new ScpiCommand("FAULt:VALue:FLOW",         Keep, FaultCommands.Value, (int)ReportValue.ForceChargeBit4, "1|0|OFF" + Start + "~~OFF~FAUL:VAL:FLOW 1~Force charge, bit 4 of 0x35C."),
                new ScpiCommand("FAULt:VALue:FULL",         Keep, FaultCommands.Value, (int)ReportValue.FullCharge, "1|0|OFF" + Start + "~~OFF~FAUL:VAL:FULL 1~Full-charge request in 0x35C."),
                new ScpiCommand("FAULt:VALue:MODules",      Keep, FaultCommands.Value, (int)ReportValue.ModulesOnline, "<number>|UNKNown|OFF" + Start + "~0 to 255~OFF~FAUL:VAL:MOD 3~Modules online in 0x359."),
                new ScpiCommand("FAULt:VALue:CAPacity",     Keep, FaultCommands.Value, (int)ReportValue.Capacity, "<charge> AH|UNKNown|OFF" + Start + "~0 to 65535 Ah~OFF~FAUL:VAL:CAP 300 AH~Capacity in 0x379 and 0x35F."),
                new ScpiCommand("FAULt:FRAMe@:OMIT",        Keep, FaultCommands.Frame, (int)FrameFaultKind.Omit, Switched + "~~OFF~FAUL:FRAM359:OMIT ON,5 S,12 S~The frame is left out."),
                new ScpiCommand("FAULt:FRAMe@:DELay",       Keep, FaultCommands.Frame, (int)FrameFaultKind.Delay, "<time> S|OFF" + Start + "~1 ms to 5 s~OFF~FAUL:FRAM355:DEL 300 MS~The frame leaves late."),
                new ScpiCommand("FAULt:FRAMe@:LENGth",      Keep, FaultCommands.Frame, (int)FrameFaultKind.Length, "<bytes>|OFF" + Start + "~0 to 8~OFF~FAUL:FRAM351:LENG 6~The frame has another data length."),
                new ScpiCommand("FAULt:FRAMe@:EXTended",    Keep, FaultCommands.Frame, (int)FrameFaultKind.Extended, Switched + "~~OFF~FAUL:FRAM356:EXT ON~The frame has a 29-bit identifier of the same number."),
                new ScpiCommand("FAULt:FRAMe@:STALe",       Keep, FaultCommands.Frame, (int)FrameFaultKind.Stale, Switched + "~~OFF~FAUL:FRAM356:STAL ON,0,1 MIN~The frame repeats its last bytes."),
                new ScpiCommand("FAULt:FRAMe@:SWAP",        Keep, FaultCommands.Frame, (int)FrameFaultKind.Swap, Switched + "~~OFF~FAUL:FRAM351:SWAP ON~The frame leaves after its successor."),
                new ScpiCommand("FAULt:FRAMe@:DUPLicate",   Keep, FaultCommands.Frame, (int)FrameFaultKind.Duplicate, "<copies>|OFF" + Start + "~1 to 10~OFF~FAUL:FRAM35C:DUPL 1~The frame leaves this many times too often."),
                new ScpiCommand("FAULt:FRAMe@:CORRupt",     Keep, FaultCommands.Frame, (int)FrameFaultKind.Corrupt, "<byte>, <bits>|OFF" + Start + "~byte 0 to 7, bits 1 to 255~OFF~FAUL:FRAM35E:CORR 0,#H20~Bits of one byte are turned over."),
                new ScpiCommand("FAULt:FRAMe@:REMote",      Keep, FaultCommands.Frame, (int)FrameFaultKind.Remote, Switched + "~~OFF~FAUL:FRAM379:REM ON~The frame leaves as a remote frame."),
                new ScpiCommand("FAULt:FRAMe@:BYTes",       Keep, FaultCommands.Frame, (int)FrameFaultKind.Bytes, "\"<bytes>\"|OFF" + Start + "~0 to 8 bytes, two hexadecimal digits each~OFF~FAUL:FRAM35E:BYT \"50594C4F4E1CFC08\"~The frame carries these bytes, in their number."),
                new ScpiCommand("FAULt:EXTRa#",             Keep, ExtraFaultCommands.Extra, 0, "\"<id>#<bytes>\"[, <period> S" + Start + "]|OFF~extra frames 1 to 4; period 0 to 60 s, 0 or none for a single frame~OFF~FAUL:EXTR1 \"370#0102\",100 MS,0,10 S~The bank sends a frame besides its own, written as cansend has it, while it speaks and its output is on. FRAMe does not count it."),
                new ScpiCommand("FAULt:CABLe:BURSt",        Keep, ExtraFaultCommands.Cable, (int)CableFaultKind.Burst, "<chance> PCT, <frames>|OFF" + Start + "~0.1 to 100 %, 1 to 1000~OFF~FAUL:CABL:BURS 5,20~Frames of either direction vanish: the chance that a burst begins at a frame, and the longest burst."),
                new ScpiCommand("FAULt:CABLe:BOFF",         Keep, ExtraFaultCommands.Cable, (int)CableFaultKind.BusOff, "<chance> PCT, <frames>|OFF" + Start + "~0.1 to 100 %, 1 to 1000~OFF~FAUL:CABL:BOFF 1,50~The controller goes off the bus: the chance at a frame, and the most frames that it then refuses."),
                new ScpiCommand("FAULt:CABLe:LOST",         Ask,  ExtraFaultCommands.Lost, 0, "~~~FAUL:CABL:LOST?~Frames that the cable lost, and times that it took the controller off the bus, since the start or *RST."),
            };
        }

        private static ScpiCommand[] Seen()
        {
            return new ScpiCommand[]
            {
                new ScpiCommand("FRAMe@:SENT",              Ask, FrameCommands.Count,   0, "~~~FRAM351:SENT?~Frames that the controller took."),
                new ScpiCommand("FRAMe@:ACKNowledged",      Ask, FrameCommands.Delivery, 0, "~~~FRAM351:ACKN?~Of these, frames that somebody on the bus acknowledged, extra frames of the same number included; 9.91E37 where the controller does not tell."),
                new ScpiCommand("FRAMe@:ABANdoned",         Ask, FrameCommands.Delivery, 1, "~~~FRAM351:ABAN?~Of these, frames that the controller gave up since nobody acknowledged or it left the bus; 9.91E37 where it does not tell. Others still wait or were lost on the cable."),
                new ScpiCommand("FRAMe@:FAILed",            Ask, FrameCommands.Count,   1, "~~~FRAM351:FAIL?~Frames that the controller did not take: no free buffer, as on a bus where nobody acknowledges, or off the bus."),
                new ScpiCommand("FRAMe@:WITHheld",          Ask, FrameCommands.Count,   2, "~~~FRAM351:WITH?~Frames not sent because a value in them was unknown."),
                new ScpiCommand("FRAMe@:AGE",               Ask, FrameCommands.Age,     0, "~~~FRAM351:AGE?~Time since the last one, s."),
                new ScpiCommand("FRAMe@:PERiod",            Ask, FrameCommands.Period,  0, "~~~FRAM351:PER?~Shortest, mean and longest time between two, s."),
                new ScpiCommand("FRAMe@:BYTes",             Ask, FrameCommands.Bytes,   0, "~~~FRAM351:BYT?~The last one as candump writes it."),
                new ScpiCommand("FRAMe@:SIGNals",           Ask, FrameCommands.Signals, 0, "~~~FRAM351:SIGN?~The signals of the last one: name, value, name, value."),
                new ScpiCommand("INVerter:STATe",           Ask, FrameCommands.LinkState, 0, "~~~INV:STAT?~WAIT, ALIV, LATE (over 2 s) or LOST (over 10 s)."),
                new ScpiCommand("INVerter:COUNt",           Ask, FrameCommands.LinkCount, 0, "~~~INV:COUN?~0x305 heard."),
                new ScpiCommand("INVerter:AGE",             Ask, FrameCommands.LinkAge, 0, "~~~INV:AGE?~Time since the last 0x305, s."),
                new ScpiCommand("INVerter:INTerval",        Ask, FrameCommands.LinkInterval, 0, "~~~INV:INT?~Shortest, mean and longest time between two 0x305, s."),
                new ScpiCommand("INVerter:HISTogram",       Ask, FrameCommands.LinkHistogram, 0, "~~~INV:HIST?~Times between two 0x305 in classes: upper end, count, upper end, count."),
                new ScpiCommand("INVerter:CLEar",           Act, FrameCommands.LinkClear, 0, "~~~INV:CLE~Forgets what was heard."),
                new ScpiCommand("BUS:STATe",                Ask, FrameCommands.BusState, 0, "~~~BUS:STAT?~ACT, WARN, PASS or OFF."),
                new ScpiCommand("BUS:ERRors",               Ask, FrameCommands.BusErrors, 0, "~~~BUS:ERR?~Transmit and receive error counter, 9.91E37 where the port does not show them."),
                new ScpiCommand("EVENt[:NEXT]",             Take, EventCommands.Next,   0, "~~~EVEN?~Oldest event with its time since the start, s; asking removes it."),
                new ScpiCommand("EVENt:ALL",                Ask, EventCommands.All,     0, "~~~EVEN:ALL?~All events, oldest first. Power, speaker, link and faults have the millisecond in which they changed, alarms and protections that in which the BMS took its step, once a second; followers and the state of the bus are looked at once a second."),
                new ScpiCommand("EVENt:COUNt",              Ask, EventCommands.Count,   0, "~~~EVEN:COUN?~Events in the log, 64 at most."),
                new ScpiCommand("EVENt:CLEar",              Act, EventCommands.Clear,   0, "~~~EVEN:CLE~Empties the log."),
            };
        }
#pragma warning restore IDE0055
    }
}
