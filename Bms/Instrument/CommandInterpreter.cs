namespace BatterySim.Bms.Instrument
{
    /// <summary>Answers command lines. It knows the identification query; every other header is refused by number, as SCPI does.</summary>
    public sealed class CommandInterpreter
    {
        private const string Identification = Product.Name + ",Simulated battery bank,0," + Product.Version;
        private const string UndefinedHeader = "-113,\"Undefined header\"";

        /// <summary>Executes one line.</summary>
        /// <returns>The answer, the error's number and text, or nothing for an empty line.</returns>
        public string Execute(string line)
        {
            string command = line.Trim().ToUpper();
            if (command.Length == 0)
            {
                return "";
            }

            return command == "*IDN?" ? Identification : UndefinedHeader;
        }
    }
}
