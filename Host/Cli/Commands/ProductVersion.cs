using System.CommandLine;
using System.CommandLine.Invocation;
using BatterySim.Bms;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary>Prints the product's version, whichever program the code runs in.</summary>
    internal sealed class ProductVersion : SynchronousCommandLineAction
    {
        /// <inheritdoc />
        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(Product.Version);
            return ExitCodes.Success;
        }
    }
}
