namespace BatterySim.Bms.Profiles
{
    /// <summary>A share of a current limit or of a resistance over cell temperature: points, with straight lines between them.</summary>
    /// <remarks>Written as <c>0C:0% 5.5C:37% 15C:100%</c>. Below its first point and above its last one the share stays as it is there.</remarks>
    public sealed class TemperatureTable
    {
        private const int PointsMax = 16;
        private const int Whole = 1000;
        private const int PercentMax = 1000;
        private const int DecidegreesMax = 10000;

        // Short, since a board keeps several of these tables.
        private readonly short[] _decidegrees;
        private readonly short[] _permilles;
        private readonly int _wholeFrom = int.MaxValue;
        private readonly int _wholeTo = int.MinValue;

        private TemperatureTable(short[] decidegrees, short[] permilles)
        {
            _decidegrees = decidegrees;
            _permilles = permilles;
            for (int point = 0; point < permilles.Length && _wholeTo == int.MinValue; point++)
            {
                if (permilles[point] == Whole)
                {
                    int end = point;
                    while (end + 1 < permilles.Length && permilles[end + 1] == Whole)
                    {
                        end++;
                    }

                    _wholeFrom = point == 0 ? int.MinValue : decidegrees[point];
                    _wholeTo = end + 1 == permilles.Length ? int.MaxValue : decidegrees[end];
                }
            }
        }

        /// <summary>Says in one sentence why a text is not a table; null if it is one.</summary>
        /// <param name="text">The text.</param>
        /// <param name="percentMin">Lowest share that it may have: 0 for a limit, above 0 for a resistance.</param>
        /// <param name="percentMax">Highest share that it may have: 100 for a limit, up to 1000 for a resistance.</param>
        public static string FindProblem(string text, int percentMin, int percentMax)
        {
            return Read(text, percentMin, percentMax, new int[PointsMax], new int[PointsMax]) > 0
                ? null
                : "'" + text + "' is not a table of temperatures: give 1 to 16 points with rising temperature and " + percentMin + " to " + percentMax
                    + " %, as -10C:50% 5.5C:75% 15C:100%.";
        }

        /// <summary>Reads a text without fault (<see cref="FindProblem"/>).</summary>
        public static TemperatureTable Parse(string text)
        {
            int[] decidegrees = new int[PointsMax];
            int[] permilles = new int[PointsMax];
            int count = Read(text, 0, PercentMax, decidegrees, permilles);
            short[] keptDegrees = new short[count];
            short[] keptPermilles = new short[count];
            for (int point = 0; point < count; point++)
            {
                keptDegrees[point] = (short)decidegrees[point];
                keptPermilles[point] = (short)permilles[point];
            }

            return new TemperatureTable(keptDegrees, keptPermilles);
        }

        /// <summary>True at the temperatures, nearly always the present ones, at which the limit stays whole; they are known beforehand.</summary>
        /// <param name="decidegrees">Cell temperature, 0.1 degree Celsius.</param>
        public bool IsWholeAt(int decidegrees)
        {
            return decidegrees >= _wholeFrom && decidegrees <= _wholeTo;
        }

        /// <summary>Permille of the limit at a cell temperature.</summary>
        /// <param name="decidegrees">Cell temperature, 0.1 degree Celsius.</param>
        public int PermilleAt(int decidegrees)
        {
            int last = _decidegrees.Length - 1;
            if (decidegrees >= _decidegrees[last])
            {
                return _permilles[last];
            }

            int point = last;
            while (point > 0 && decidegrees < _decidegrees[point])
            {
                point--;
            }

            if (decidegrees <= _decidegrees[point])
            {
                return _permilles[point];
            }

            int from = _permilles[point];
            int rise = _permilles[point + 1] - from;
            return from + (rise * (decidegrees - _decidegrees[point]) / (_decidegrees[point + 1] - _decidegrees[point]));
        }

        // Number of points; 0 for a text that is not a table.
        private static int Read(string text, int percentMin, int percentMax, int[] decidegrees, int[] permilles)
        {
            int count = 0;
            int at = 0;
            while (at < text.Length)
            {
                int colon = text.IndexOf('C', at);
                int end = text.IndexOf('%', at);
                if (count == PointsMax || colon < 0 || end < colon + 3 || text[colon + 1] != ':'
                    || !Decimal.TryTenths(text, at, colon, out decidegrees[count])
                    || decidegrees[count] < -DecidegreesMax || decidegrees[count] > DecidegreesMax
                    || !Decimal.TryTenths(text, colon + 2, end, out permilles[count])
                    || permilles[count] < percentMin * 10 || permilles[count] > percentMax * 10
                    || (count > 0 && decidegrees[count] <= decidegrees[count - 1]))
                {
                    return 0;
                }

                count++;
                at = end + 1;
                if (at < text.Length && (text[at] != ' ' || at + 1 == text.Length))
                {
                    return 0;
                }

                at++;
            }

            return count;
        }
    }
}
