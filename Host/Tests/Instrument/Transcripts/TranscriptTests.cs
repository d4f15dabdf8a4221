using System.Linq;
using BatterySim.Bms.Instrument;
using BatterySim.Host.Scpi;
using BatterySim.Host.Tests.Snapshots;
using Xunit;

namespace BatterySim.Host.Tests.Instrument.Transcripts
{
    /// <summary>What the instrument answers to everything that its table invites somebody to type, kept as text that a person has read.</summary>
    public class TranscriptTests
    {
        // A few rows a time, each group on a bank of its own: a difference in one does not move the answers of the others.
        private const int GroupSize = 6;

        public static TheoryData<int> Groups => [.. Enumerable.Range(0, (CommandRows.All.Count + GroupSize - 1) / GroupSize)];

        public static TheoryData<string> Scripts => [.. Snapshot.NamesIn("scpi/scripts")];

        [Theory]
        [MemberData(nameof(Groups))]
        public void Rows_EverythingTheyInviteToType_IsAnsweredAsKept(int group)
        {
            var transcript = new Transcript();
            transcript.Bench.Ask("*SAV 1");
            foreach (SettingRow row in CommandRows.All.Skip(group * GroupSize).Take(GroupSize))
            {
                transcript.Note("# " + row.Pattern);
                foreach (string line in RowDialogue.LinesOf(row))
                {
                    transcript.Say(line);
                }

                transcript.Advance(1700);
                transcript.Say(row.Example.Split(' ')[0].TrimEnd('?') + "?");
                transcript.Note("");
            }

            Snapshot.Check($"scpi/rows-{group:00}", transcript.Text);
        }

        [Theory]
        [MemberData(nameof(Scripts))]
        public void Script_PlayedAgain_IsAnsweredAsKept(string name)
        {
            var transcript = new Transcript();
            transcript.Play(Snapshot.Read(name).Split('\n'));

            Snapshot.Check(name, transcript.Text);
        }
    }
}
