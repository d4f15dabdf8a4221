namespace BatterySim.Host.Inverter
{
    /// <summary>Knows when a step of the inverter would change nothing: the last one did not, and nothing that it went by is different.</summary>
    /// <remarks>
    /// A bank under a constant load shows the same millivolts for seconds and says something new once a second, and there are ten steps in one.
    /// </remarks>
    internal sealed class StepMemory
    {
        private StepInputs _inputs;
        private bool _isSettled;
        private bool _isPending = true;

        /// <summary>True if a step with these inputs comes to what the last one came to.</summary>
        public bool IsSettledFor(in StepInputs inputs) => _isSettled && inputs.Equals(_inputs);

        /// <summary>True if these inputs differ from the last ones in voltage and current alone, and time alone changes nothing.</summary>
        public bool HasSameCauses(in StepInputs inputs) =>
            !_isPending && inputs.SettingsCount == _inputs.SettingsCount && inputs.HeardCount == _inputs.HeardCount
            && inputs.SocPermille == _inputs.SocPermille;

        /// <summary>Remembers a step.</summary>
        /// <param name="inputs">What it went by.</param>
        /// <param name="hasChanged">Whether the inverter does anything else since.</param>
        /// <param name="isPending">Whether something is pending that comes by time alone.</param>
        public void Record(in StepInputs inputs, bool hasChanged, bool isPending)
        {
            _inputs = inputs;
            _isSettled = !hasChanged && !isPending;
            _isPending = isPending;
        }

        public void Forget()
        {
            _isSettled = false;
            _isPending = true;
        }
    }
}
