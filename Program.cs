using System;
using System.Threading;
using BatterySim.Hardware;
using BatterySim.Hardware.Nano;

namespace BatterySim
{
    /// <summary>The firmware: opens the board's devices, puts the firmware together and goes round its loop.</summary>
    public static class Program
    {
        private const int RestartPauseMilliseconds = 5000;

        private static Firmware _firmware;

        /// <summary>Runs until the power goes.</summary>
        public static void Main()
        {
            try
            {
                _firmware = new Firmware(BoardParts.Open());
                _firmware.Start();
                while (true)
                {
                    if (_firmware.Pass())
                    {
                        _firmware.Talk();
                    }

                    Thread.Sleep(Firmware.PassMilliseconds);
                }
            }
            catch (Exception exception)
            {
                Restart(exception);
            }
        }

        // Nothing above may be trusted here. The pause keeps a board that fails at once from spinning, and lets a debugger in.
        private static void Restart(Exception exception)
        {
            string reason = "a failure of the firmware: " + DriverErrors.TextOf(exception);
            System.Console.WriteLine(reason);
            new RestartNote(new InternalDrive()).Leave(reason);
            Thread.Sleep(RestartPauseMilliseconds);
            if ((_firmware == null || !_firmware.HasLasted) && !StartGuard.MayRestart(new InternalDrive()))
            {
                System.Console.WriteLine("The board stops here: another restart would end in the same way. Flash it again, or erase its drive.");
                Thread.Sleep(Timeout.Infinite);
            }

            new BoardControl().Restart();
        }
    }
}
