using System.Reflection;

[assembly: AssemblyTitle("BatterySim.Bms")]
[assembly: AssemblyDescription("The CAN protocol, the faults and the instrument of BatterySim")]
[assembly: AssemblyProduct("BatterySim")]
[assembly: AssemblyCopyright("The BatterySim authors, MIT licence")]
[assembly: AssemblyVersion("0.1.0.0")]
[assembly: AssemblyFileVersion("0.1.0.0")]
