namespace BatterySim.Bms.Cells
{
    /// <summary>What temperature does to the rest voltage of a cell, and SOC to its resistance: tables that all batteries share.</summary>
    public static class CellConditions
    {
        private const int Columns = 4;
        private const int LastPoint = 20;

        private const int TableDecidegrees = 250;
        private const int TopDecidegrees = 450;
        private const int CoolDecidegrees = 100;
        private const int ColdestDecidegrees = -100;

        // mV above the rest voltage at 25 degrees Celsius at -10, 0, 10 and 45, at 0, 5 ... 100 % SOC: Gotion IFP28148115A, Q/GX 030-2019,
        // appendix A.4. Its columns for 15 and 35 degrees lie on the straight lines between these within 1 mV.
        private static readonly short[] Shifts =
        {
            299, 247, 144, -196, 66, 29, 8, -63, 49, 20, 5, -9, 36, 20, 6, -13, 17, 11, 5, -11, 0, 1, 0, -11, // 0 to 25 %
            -11, -7, -4, -7, -12, -8, -5, -1, -12, -9, -5, 6, -11, -9, -5, 6, -10, -8, -5, 6, -9, -9, -6, 3, // 30 to 55 %
            -18, -17, -12, -9, -31, -20, -8, 3, -23, -13, -4, 3, -19, -10, -4, 3, -19, -10, -4, 3, // 60 to 80 %
            -19, -10, -4, 3, -19, -10, -4, 3, -9, -10, -4, 2, -14, -40, -35, -41, // 85 to 100 %
        };

        // Below 20 % a cell's resistance rises; assumed, since no table of a large LFP cell was found.
        private const float RisingSoc = 0.2f;
        private const float ResistanceRise = 3f;
        private const float SteepSoc = 0.05f;
        private const float SteepRise = 5f;

        /// <summary>Rest voltage above that at 25 degrees Celsius, mV; below -10 and above 45 degrees as there.</summary>
        /// <param name="soc">1 is full.</param>
        /// <param name="decidegrees">Cell temperature, 0.1 degree Celsius.</param>
        public static float MillivoltsAt(float soc, int decidegrees)
        {
            if (decidegrees == TableDecidegrees)
            {
                return 0f;
            }

            float position = soc * LastPoint;
            position = position < 0f ? 0f : position < LastPoint ? position : LastPoint;
            int point = position < LastPoint ? (int)position : LastPoint - 1;
            float part = position - point;
            int index = point * Columns;
            if (decidegrees > TableDecidegrees)
            {
                int above = decidegrees < TopDecidegrees ? decidegrees - TableDecidegrees : TopDecidegrees - TableDecidegrees;
                return Between(index + 3, part) * above / (TopDecidegrees - TableDecidegrees);
            }

            if (decidegrees >= CoolDecidegrees)
            {
                return Between(index + 2, part) * (TableDecidegrees - decidegrees) / (TableDecidegrees - CoolDecidegrees);
            }

            int column = index + (decidegrees < 0 ? 0 : 1);
            int from = decidegrees < 0 ? ColdestDecidegrees : 0;
            float warmer = decidegrees <= from ? 0f : (decidegrees - from) / 100f;
            return (Between(column, part) * (1f - warmer)) + (Between(column + 1, part) * warmer);
        }

        /// <summary>Resistance over that of a cell in the middle of its SOC.</summary>
        /// <param name="soc">1 is full.</param>
        public static float ResistanceAt(float soc)
        {
            if (soc >= RisingSoc)
            {
                return 1f;
            }

            float low = soc < 0f ? 0f : soc;
            float rise = (RisingSoc - low) * ResistanceRise;
            return 1f + (low < SteepSoc ? rise + ((SteepSoc - low) * SteepRise) : rise);
        }

        private static float Between(int index, float part)
        {
            return Shifts[index] + ((Shifts[index + Columns] - Shifts[index]) * part);
        }
    }
}
