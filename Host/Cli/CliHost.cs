using System;
using System.IO;
using BatterySim.Host.Cli.Running;
using Spectre.Console;

namespace BatterySim.Host.Cli
{
    /// <summary>What surrounds the program: where text goes, whether somebody watches, and the wish to stop.</summary>
    /// <param name="Output">Standard output.</param>
    /// <param name="Error">Standard error.</param>
    internal sealed record CliHost(TextWriter Output, TextWriter Error)
    {
        /// <summary>The terminal that standard output shows on; null if it is a file, a pipe, or cannot place its cursor.</summary>
        public IAnsiConsole? Terminal { get; init; }

        /// <summary>Standard input where it is a file or a pipe; null where it is a keyboard, or where nobody gives any.</summary>
        public TextReader? Input { get; init; }

        /// <summary>Set when the user or the system asks for an end.</summary>
        public Interruption Interruption { get; init; } = new();

        /// <summary>Date and time that reports carry.</summary>
        public TimeProvider Clock { get; init; } = TimeProvider.System;

        /// <summary>Folders in which other programs are looked for, as in PATH.</summary>
        public string SearchPath { get; init; } = Environment.GetEnvironmentVariable("PATH") ?? "";

        /// <summary>Takes the next key that was pressed, without waiting; null if there is none or nobody has a keyboard.</summary>
        public Func<char?> ConsumeKey { get; init; } = static () => null;

        /// <summary>The same with its name and its modifiers.</summary>
        public Func<ConsoleKeyInfo?> ConsumeKeyInfo { get; init; } = static () => null;

        /// <summary>Looks at the keyboard: q ends the command, anything else is for the view, or is swallowed so that it does not spoil it.</summary>
        /// <param name="press">Takes the other keys; null for nobody.</param>
        public void HeedKeys(Action<ConsoleKeyInfo>? press = null)
        {
            for (ConsoleKeyInfo? key = Next(); key is not null; key = Next())
            {
                if (key.Value.KeyChar is 'q' or 'Q')
                {
                    Interruption.Request();
                }
                else
                {
                    press?.Invoke(key.Value);
                }
            }
        }

        private ConsoleKeyInfo? Next() =>
            ConsumeKeyInfo() ?? (ConsumeKey() is char key ? new ConsoleKeyInfo(key, default, false, false, false) : null);
    }
}
