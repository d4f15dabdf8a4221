using System.Collections.Generic;
using BatterySim.Host.Panel.Contract;

namespace BatterySim.Host.Panel.Engine.Remote
{
    /// <summary>What a server says: a greeting, a reply, or what is new.</summary>
    public sealed record PanelMessage
    {
        /// <summary>What is behind the server; in the greeting only.</summary>
        public BenchKind? Kind { get; init; }

        /// <summary>Number of the request that this answers.</summary>
        public long? Id { get; init; }

        /// <summary>What became of it.</summary>
        public BenchReply? Reply { get; init; }

        /// <summary>Scenarios of the library, where they were asked for.</summary>
        public IReadOnlyList<ScenarioEntry>? Scenarios { get; init; }

        /// <summary>A picture, without what is as in the picture before; see <see cref="PictureDelta"/>.</summary>
        public BenchPicture? Picture { get; init; }

        /// <summary>Batteries that there are, where <see cref="Picture"/> holds only those that changed.</summary>
        public int BatteryCount { get; init; }

        /// <summary>New events.</summary>
        public IReadOnlyList<EventPicture>? Events { get; init; }

        /// <summary>New frames.</summary>
        public IReadOnlyList<BusFramePicture>? Frames { get; init; }
    }
}
