namespace BatterySim.Bms.Cells
{
    /// <summary>Temperature of one battery: heated by its losses, cooled by the room; at first 25 degrees Celsius, as the room.</summary>
    public sealed class CellHeat
    {
        private float _degrees = 25f;
        private float _ambientDegrees = 25f;
        private float _fetDegrees = 25f;

        /// <summary>Cell temperature, degrees Celsius.</summary>
        public float Degrees { get { return _degrees; } set { _degrees = value; } }

        /// <summary>Temperature of the room, degrees Celsius.</summary>
        public float AmbientDegrees { get { return _ambientDegrees; } set { _ambientDegrees = value; } }

        /// <summary>Temperature of the FETs, degrees Celsius.</summary>
        public float FetDegrees { get { return _fetDegrees; } }

        /// <summary>Lets some seconds pass, as many as the constants are for.</summary>
        /// <param name="constants">What all batteries of the product have in common.</param>
        /// <param name="lossMilliwatts">Power turned into heat in the cells.</param>
        /// <param name="amps">Current, of either sign.</param>
        public void Step(CellConstants constants, float lossMilliwatts, float amps)
        {
            _degrees += (lossMilliwatts - ((_degrees - _ambientDegrees) * constants.MilliwattsPerKelvin)) * constants.KelvinPerMilliwatt;

            _fetDegrees += (_degrees + (amps * amps * constants.FetKelvinPerSquareAmp) - _fetDegrees) * CellConstants.FetShare;
        }
    }
}
