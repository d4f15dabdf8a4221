using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace BatterySim.Host.Panel.Page.Forms
{
    /// <summary>Settings of a battery that this page sends at a time and takes back later, since the instrument times only FAULt itself.</summary>
    /// <param name="send">Sends a line of SCPI; the answer of a query, null where the line was refused.</param>
    public sealed class TimedCommands(Func<string, Task<string?>> send)
    {
        private readonly List<TimedCommand> _commands = [];
        private bool _isRunning;

        /// <summary>What waits or lasts, in the order in which it was made.</summary>
        public IReadOnlyList<TimedCommand> All => _commands;

        /// <summary>Adds a setting.</summary>
        /// <param name="form">What is set.</param>
        /// <param name="nowMilliseconds">Simulated time.</param>
        public async Task AddAsync(RowForm form, long nowMilliseconds)
        {
            ArgumentNullException.ThrowIfNull(form);
            long start = nowMilliseconds + Milliseconds(form.Start);
            long? end = form.Duration.Length > 0 ? start + Milliseconds(form.Duration) : null;
            TimedCommand command = new(form.Header, form.Line, start, end);
            _commands.Add(command);
            await RunAsync(nowMilliseconds);
        }

        /// <summary>Sends what has fallen due. While an answer is awaited another call does nothing; the next one catches up.</summary>
        public async Task RunAsync(long nowMilliseconds)
        {
            if (_isRunning || _commands.Count == 0)
            {
                return;
            }

            _isRunning = true;
            try
            {
                foreach (TimedCommand command in _commands.Where(one => !one.IsSent && one.StartMilliseconds <= nowMilliseconds).ToArray())
                {
                    await StartAsync(command);
                }

                foreach (TimedCommand command in _commands.Where(one => one.EndMilliseconds <= nowMilliseconds).ToArray())
                {
                    _commands.Remove(command);
                    await UndoAsync(command);
                }
            }
            finally
            {
                _isRunning = false;
            }
        }

        /// <summary>Ends one at once: what waits is not sent, what lasts is taken back.</summary>
        public async Task EndAsync(TimedCommand command)
        {
            ArgumentNullException.ThrowIfNull(command);
            if (_commands.Remove(command) && command.IsSent)
            {
                await UndoAsync(command);
            }
        }

        private static long Milliseconds(string seconds) =>
            decimal.TryParse(seconds, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out decimal value)
                ? (long)(Math.Clamp(value, 0, 1_000_000) * 1000) : 0;

        private async Task StartAsync(TimedCommand command)
        {
            if (command.EndMilliseconds is not null && command.CanBeAsked)
            {
                command.Before = await send(command.Header + "?");
            }

            // Without an end there is nothing left to watch.
            command.IsSent = true;
            _ = await send(command.Line);
            if (command.EndMilliseconds is null)
            {
                _commands.Remove(command);
            }
        }

        private async Task UndoAsync(TimedCommand command)
        {
            if (command.Before is { Length: > 0 } before)
            {
                _ = await send($"{command.Header} {before}");
            }
        }
    }
}
