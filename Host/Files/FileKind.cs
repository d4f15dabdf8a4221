namespace BatterySim.Host.Files
{
    /// <summary>What is at a path, links followed.</summary>
    public enum FileKind
    {
        /// <summary>Nothing yet.</summary>
        Missing = 0,

        /// <summary>A file with content.</summary>
        Regular = 1,

        /// <summary>A folder.</summary>
        Folder = 2,

        /// <summary>A device, a pipe or a socket: what is written there passes through.</summary>
        Special = 3,
    }
}
