using System.Reflection;

[assembly: AssemblyTitle("BatterySim")]
[assembly: AssemblyDescription("Lithium battery stack simulator for Sol-Ark inverters")]
[assembly: AssemblyProduct("BatterySim")]
[assembly: AssemblyCopyright("The BatterySim authors, MIT licence")]
[assembly: AssemblyVersion("0.1.0.0")]
[assembly: AssemblyFileVersion("0.1.0.0")]
