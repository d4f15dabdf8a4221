using System.Reflection;

[assembly: AssemblyTitle("BatterySim.Bank")]
[assembly: AssemblyDescription("The batteries and the stack of BatterySim")]
[assembly: AssemblyProduct("BatterySim")]
[assembly: AssemblyCopyright("The BatterySim authors, MIT licence")]
[assembly: AssemblyVersion("0.1.0.0")]
[assembly: AssemblyFileVersion("0.1.0.0")]
