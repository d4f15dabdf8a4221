using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Host.Cli.Prompt;
using BatterySim.Host.Scpi;
using Spectre.Console;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>A person at a terminal and an instrument: lines with completion and history, answers, errors as they come up.</summary>
    internal sealed class ConsoleDialogue
    {
        private const int KeyWaitMilliseconds = 10;
        private const int WidthWithoutTerminal = 80;

        // Waits between attempts to connect again; after the last one the prompt is back.
        private static readonly int[] RetryMilliseconds = [250, 500, 1000, 2000, 0];

        private readonly CliHost _host;
        private readonly ScpiAddress _address;
        private readonly LineHistory _history;
        private readonly LineEditor _editor;
        private readonly Dictionary<string, IReadOnlyList<string>> _catalogues = [];
        private ScpiSession? _session;
        private ScpiCompleter _completer = new([], static _ => []);

        /// <summary>Makes one over a session that is open.</summary>
        public ConsoleDialogue(ScpiAddress address, ScpiSession session, LineHistory history, CliHost host)
        {
            _address = address;
            _session = session;
            _history = history;
            _host = host;
            _editor = new LineEditor(history, text => _completer.Complete(text));
        }

        private int Width => _host.Terminal?.Profile.Width ?? WidthWithoutTerminal;

        private string Prompt => _session is null ? "offline> " : "scpi> ";

        /// <summary>Goes on until Ctrl+D, quit, or the system asks for an end.</summary>
        public int Run()
        {
            Greet();
            while (ReadLine() is string line)
            {
                string word = line.Trim();
                if (word is "quit" or "exit")
                {
                    break;
                }

                if (word.Length > 0 && !TryHelp(word))
                {
                    Guard(() => Execute(word));
                }
            }

            _session?.Dispose();
            return ExitCodes.Success;
        }

        private void Greet()
        {
            Guard(() =>
            {
                (IReadOnlyList<string> answers, string? error) = _session!.Execute("*IDN?", _host.Interruption.Token);
                Say($"{string.Join(" ", answers)} at {_address}");
                for (; error is not null; error = _session.ConsumeError(_host.Interruption.Token))
                {
                    Complain($"from before: {error}");
                }

                LearnHeaders();
                Say("Tab completes, ? MOD explains, Ctrl+D ends.");
            });
        }

        private void LearnHeaders()
        {
            IReadOnlyList<string> block = _session!.Ask("SYST:HELP:HEAD?", "SYST:ERR:COUN?", _host.Interruption.Token).Answers;
            _completer = new ScpiCompleter(ScpiHeader.ReadBlock(block), ValuesOf);
        }

        private IReadOnlyList<string> ValuesOf(ScpiHeader header)
        {
            string? catalogue = ScpiValues.CatalogueOf(header.Pattern);
            if (catalogue is null || _session is null)
            {
                return ScpiValues.Of(header.Pattern);
            }

            if (!_catalogues.TryGetValue(catalogue, out IReadOnlyList<string>? names))
            {
                try
                {
                    names = [.. _session.Ask(catalogue, "SYST:ERR:COUN?", _host.Interruption.Token).Answers.SelectMany(static line => line.Split(','))];
                    _catalogues[catalogue] = names;
                }
                catch (ScpiConnectionException)
                {
                    // The next command says so.
                    names = [];
                }
            }

            return names;
        }

        private bool TryHelp(string line)
        {
            if (line[0] != '?' && line != "help" && !line.StartsWith("help ", StringComparison.Ordinal))
            {
                return false;
            }

            string about = line[0] == '?' ? line[1..] : line[4..];
            IReadOnlyList<string> rows = ScpiValues.Explain(about);
            foreach (string row in rows.Count > 0 ? rows : [$"No command begins with '{about.Trim()}'."])
            {
                Say(row);
            }

            return true;
        }

        private void Execute(string line)
        {
            if (_session is null || _session.IsClosed)
            {
                Reconnect();
            }

            (IReadOnlyList<string> answers, string? error) = _session!.Execute(line, _host.Interruption.Token);
            foreach (string answer in answers)
            {
                Say(answer);
            }

            for (; error is not null; error = _session.ConsumeError(_host.Interruption.Token))
            {
                Complain($"error {error}");
            }
        }

        private void Reconnect()
        {
            Drop();
            foreach (int wait in RetryMilliseconds)
            {
                try
                {
                    _session = ScpiSession.Open(_address);
                    break;
                }
                catch (ScpiConnectionException problem)
                {
                    Complain(wait == 0 ? $"{problem.Message} The command was not sent." : $"{problem.Message} Trying again; Ctrl+C gives up.");
                    if (wait == 0 || IsGivenUpWithin(wait))
                    {
                        throw new OperationCanceledException();
                    }
                }
            }

            _catalogues.Clear();
            LearnHeaders();
            Complain($"connected to {_address} again");
        }

        private bool IsGivenUpWithin(int milliseconds)
        {
            for (int waited = 0; waited < milliseconds; waited += KeyWaitMilliseconds)
            {
                bool isStopped = _host.Interruption.Token.WaitHandle.WaitOne(KeyWaitMilliseconds);
                if (isStopped || _host.ConsumeKeyInfo() is { Key: ConsoleKey.C, Modifiers: ConsoleModifiers.Control })
                {
                    return true;
                }
            }

            return false;
        }

        private void Drop()
        {
            _session?.Dispose();
            _session = null;
        }

        // What fails leaves the dialogue offline; the next command tries again.
        private void Guard(Action action)
        {
            try
            {
                action();
            }
            catch (ScpiConnectionException problem)
            {
                Drop();
                Complain($"{problem.Message} Whether it still carried out the command is not known; the next one connects again.");
            }
            catch (OperationCanceledException)
            {
                // Given up, or the loop sees the wish to stop.
            }
        }

        private string? ReadLine()
        {
            _editor.Clear();
            Paint();
            while (!_host.Interruption.IsRequested)
            {
                if (_host.ConsumeKeyInfo() is not ConsoleKeyInfo key)
                {
                    _host.Interruption.Token.WaitHandle.WaitOne(KeyWaitMilliseconds);
                    continue;
                }

                EditOutcome outcome = _editor.Press(key);
                switch (outcome)
                {
                    case EditOutcome.Entered:
                        string line = _editor.Text;
                        Write("\n");
                        return line;
                    case EditOutcome.Ended:
                        Write("\n");
                        return null;
                    case EditOutcome.Dropped:
                        Write("^C\n");
                        break;
                    case EditOutcome.Listed:
                        Write("\n" + PromptPainter.Columns(_editor.Candidates, Width));
                        break;
                    case EditOutcome.Wiped:
                        Write("\u001b[2J\u001b[H");
                        break;
                    default:
                        break;
                }

                Paint();
            }

            Write("\n");
            return null;
        }

        private void Paint() => Write(PromptPainter.Paint(Prompt, _editor.Text, _editor.Cursor, Width));

        private void Say(string text) => Write(text + "\n");

        private void Complain(string text)
        {
            bool hasColour = _host.Terminal is { Profile.Capabilities.ColorSystem: not ColorSystem.NoColors };
            Write(hasColour ? $"\u001b[31m{text}\u001b[0m\n" : text + "\n");
        }

        private void Write(string text)
        {
            _host.Output.Write(text);
            _host.Output.Flush();
        }
    }
}
