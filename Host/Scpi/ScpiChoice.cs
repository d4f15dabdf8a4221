namespace BatterySim.Host.Scpi
{
    /// <summary>What a node that could stand next leads to.</summary>
    /// <param name="IsLeaf">A header ends there.</param>
    /// <param name="HasMore">A header goes on behind it.</param>
    /// <param name="CanSet">The header that ends there can be set or acts.</param>
    /// <param name="CanAsk">The header that ends there can be asked for.</param>
    internal readonly record struct ScpiChoice(bool IsLeaf, bool HasMore, bool CanSet, bool CanAsk)
    {
        /// <summary>What stands behind the node where it is the only choice.</summary>
        public string Ending => HasMore ? (IsLeaf ? "" : ":") : !CanSet ? "?" : CanAsk ? "" : " ";

        /// <summary>The same with one header more.</summary>
        public ScpiChoice With(ScpiHeader header, bool isLeaf) =>
            new(IsLeaf || isLeaf, HasMore || !isLeaf, CanSet || (isLeaf && header.CanSet), CanAsk || (isLeaf && header.CanAsk));
    }
}
