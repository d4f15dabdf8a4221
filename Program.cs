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

        /// <summary>Runs until the power goes.</summary>
        public static void Main()
        {
            try
            {
                Firmware firmware = new Firmware(BoardParts.Open());
                firmware.Start();
                while (true)
                {
                    if (firmware.Pass())
                    {
                        firmware.Talk();
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
            string reason = "a failure of the firmware: " + DriverFaults.TextOf(exception);
            System.Console.WriteLine(reason);
            new RestartNote(new InternalDrive()).Leave(reason);
            Thread.Sleep(RestartPauseMilliseconds);
            new BoardControl().Restart();
        }
    }
}
