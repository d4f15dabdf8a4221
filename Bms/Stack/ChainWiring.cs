namespace BatterySim.Bms.Stack
{
    /// <summary>The cables a person plugs: between neighbours of the chain, and from a battery's CAN port to the inverter.</summary>
    public sealed class ChainWiring
    {
        private readonly bool[] _isLinkPlugged;
        private readonly bool[] _isInverterPlugged;
        private readonly byte[] _ports;
        private readonly bool _doPortsAlternate;

        /// <summary>Makes a chain with every cable in, and the inverter at the first battery.</summary>
        /// <param name="batteryCount">Batteries, master included.</param>
        /// <param name="doPortsAlternate">True where a cable has to go from one socket of a battery to the other one of the next.</param>
        public ChainWiring(int batteryCount, bool doPortsAlternate)
        {
            _doPortsAlternate = doPortsAlternate;
            _ports = new byte[batteryCount > 1 ? batteryCount - 1 : 0];
            _isLinkPlugged = new bool[batteryCount > 1 ? batteryCount - 1 : 0];
            for (int link = 0; link < _isLinkPlugged.Length; link++)
            {
                _isLinkPlugged[link] = true;
            }

            _isInverterPlugged = new bool[batteryCount];
            _isInverterPlugged[0] = true;
        }

        /// <summary>Number of cables between neighbours.</summary>
        public int LinkCount { get { return _isLinkPlugged.Length; } }

        /// <summary>True if the cable after a battery is in.</summary>
        /// <param name="link">0 for the cable between the first and the second battery.</param>
        public bool IsLinkPlugged(int link)
        {
            return _isLinkPlugged[link];
        }

        /// <summary>Plugs or pulls the cable after a battery.</summary>
        /// <param name="link">0 for the cable between the first and the second battery.</param>
        /// <param name="isPlugged">True to plug it in.</param>
        public void SetLink(int link, bool isPlugged)
        {
            _isLinkPlugged[link] = isPlugged;
        }

        /// <summary>Sockets that the cable after a battery is in.</summary>
        /// <param name="link">0 for the cable between the first and the second battery.</param>
        public LinkPorts PortsOf(int link)
        {
            return (LinkPorts)_ports[link];
        }

        /// <summary>Puts the cable after a battery into other sockets.</summary>
        /// <param name="link">0 for the cable between the first and the second battery.</param>
        /// <param name="ports">Where its ends go.</param>
        public void SetPorts(int link, LinkPorts ports)
        {
            _ports[link] = (byte)ports;
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
                int ports = _ports[link];
                if (!_isLinkPlugged[link] || ports == (int)LinkPorts.Wrong || (ports == (int)LinkPorts.Same && _doPortsAlternate))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
