namespace BatterySim.Bms.Stack
{
    /// <summary>The cables a person plugs: between neighbours of the chain, and from a battery's CAN port to the inverter.</summary>
    public sealed class ChainWiring
    {
        // For each cable between neighbours its sockets, and above them whether it is out: on a board every array takes 12 bytes more than it holds.
        private const int PortsMask = 0x3;
        private const int UnpluggedBit = 0x4;

        private readonly byte[] _links;
        private readonly bool[] _isInverterPlugged;
        private readonly bool _doPortsAlternate;

        /// <summary>Makes a chain with every cable in, and the inverter at the first battery.</summary>
        /// <param name="batteryCount">Batteries, master included.</param>
        /// <param name="doPortsAlternate">True where a cable has to go from one socket of a battery to the other one of the next.</param>
        public ChainWiring(int batteryCount, bool doPortsAlternate)
        {
            _doPortsAlternate = doPortsAlternate;
            _links = new byte[batteryCount - 1];
            _isInverterPlugged = new bool[batteryCount];
            _isInverterPlugged[0] = true;
        }

        /// <summary>Number of cables between neighbours.</summary>
        public int LinkCount { get { return _links.Length; } }

        /// <summary>True if the cable after a battery is in.</summary>
        /// <param name="link">0 for the cable between the first and the second battery.</param>
        public bool IsLinkPlugged(int link)
        {
            return (_links[link] & UnpluggedBit) == 0;
        }

        /// <summary>Plugs or pulls the cable after a battery.</summary>
        /// <param name="link">0 for the cable between the first and the second battery.</param>
        /// <param name="isPlugged">True to plug it in.</param>
        public void SetLink(int link, bool isPlugged)
        {
            _links[link] = (byte)((_links[link] & PortsMask) | (isPlugged ? 0 : UnpluggedBit));
        }

        /// <summary>Sockets that the cable after a battery is in.</summary>
        /// <param name="link">0 for the cable between the first and the second battery.</param>
        public LinkPorts PortsOf(int link)
        {
            return (LinkPorts)(_links[link] & PortsMask);
        }

        /// <summary>Puts the cable after a battery into other sockets.</summary>
        /// <param name="link">0 for the cable between the first and the second battery.</param>
        /// <param name="ports">Where its ends go.</param>
        public void SetPorts(int link, LinkPorts ports)
        {
            _links[link] = (byte)((_links[link] & UnpluggedBit) | (int)ports);
        }

        /// <summary>True if the CAN port of a battery is wired to the inverter.</summary>
        public bool IsInverterPlugged(int battery)
        {
            return _isInverterPlugged[battery];
        }

        /// <summary>Wires the CAN port of a battery to the inverter or takes it off (<c>Simulator.SetInverterCable</c>).</summary>
        public void SetInverter(int battery, bool isPlugged)
        {
            _isInverterPlugged[battery] = isPlugged;
        }

        /// <summary>True if the chain is whole between two batteries.</summary>
        public bool AreConnected(int first, int second)
        {
            int from = first < second ? first : second;
            int to = first < second ? second : first;
            for (int link = from; link < to; link++)
            {
                int state = _links[link];
                if (state >= (int)LinkPorts.Wrong || (state != 0 && _doPortsAlternate))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
