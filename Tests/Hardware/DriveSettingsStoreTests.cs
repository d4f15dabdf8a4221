using BatterySim.Hardware.Settings;
using nanoFramework.TestFramework;

namespace BatterySim.Tests.Hardware
{
    [TestClass]
    public class DriveSettingsStoreTests
    {
        private const string Older = "BANK:SOC 1|MOD1:DIP 2";
        private const string Newer = "BANK:SOC 3|MOD1:DIP 4|X";

        [DataRow(0, "one")]
        [DataRow(9, "one|two words|3.5,\"quoted\"")]
        [DataRow(5, "")]
        public void Places_WrittenAndRead_GiveTheirLines(int place, string lines)
        {
            FakeDrive drive = new FakeDrive();

            Assert.IsTrue(Write(drive, place, lines));
            Assert.AreEqual(lines, Read(drive, place, ""));
            Assert.AreEqual("none", Read(drive, place == 0 ? 1 : 0, "! place " + (place == 0 ? 1 : 0) + ": nothing was saved there."));
        }

        [TestMethod]
        public void Write_PowerGoesAtAnyByteOrOperation_ReadGivesOldOrNew()
        {
            bool hasGivenOld = false;
            bool hasGivenNew = false;
            bool isCut = true;
            for (int cuts = 0; isCut; cuts++)
            {
                FakeDrive drive = new FakeDrive();
                Assert.IsTrue(Write(drive, 1, Older));
                drive.Budget = cuts;
                isCut = !Write(drive, 1, Newer);
                drive.Budget = -1;
                string read = Read(drive, 1, "?");
                hasGivenOld |= read == Older;
                hasGivenNew |= read == Newer;

                Assert.IsTrue(read == Older || read == Newer);
                Assert.IsTrue(isCut || read == Newer);
                Assert.IsTrue(Write(drive, 1, Newer));
                Assert.AreEqual(Newer, Read(drive, 1, ""));
            }

            Assert.IsTrue(hasGivenOld && hasGivenNew);
        }

        [TestMethod]
        public void Read_AnyByteDamaged_GivesThePreviousPlaceAndSaysSo()
        {
            for (int offset = 0; offset < TwoSaved().LengthOf("state1.cfg"); offset++)
            {
                FakeDrive drive = TwoSaved();
                drive.Damage("state1.cfg", offset);

                Assert.AreEqual(Older, Read(drive, 1, "! place 1: what was saved last is damaged; what was saved before is used."));
            }
        }

        [TestMethod]
        public void Read_NothingWhole_GivesNothingAndSaysSo()
        {
            FakeDrive drive = TwoSaved();
            drive.Damage("state1.cfg", 9);
            drive.Damage("state1.old", 9);

            Assert.AreEqual("none", Read(drive, 1, "! place 1: what was saved is damaged or of another version, or the drive does not answer."));
        }

        [TestMethod]
        public void Read_FileOfALaterVersion_IsNotTakenForThisOne()
        {
            FakeDrive drive = new FakeDrive();
            new SafeFile(drive, "state1", 2).Save(new byte[] { 65, 10 });

            Assert.AreEqual("none", Read(drive, 1, "! place 1: what was saved is damaged or of another version, or the drive does not answer."));
        }

        [TestMethod]
        public void Write_DriveFull_KeepsWhatWasThere()
        {
            FakeDrive drive = new FakeDrive();
            Write(drive, 1, Older);
            drive.Budget = 5;
            Assert.IsFalse(Write(drive, 1, Newer));
            drive.Budget = -1;

            Assert.AreEqual(Older, Read(drive, 1, ""));
        }

        [TestMethod]
        public void Write_MoreThanAPlaceHolds_IsRefusedAndKeepsWhatWasThere()
        {
            FakeDrive drive = new FakeDrive();
            Write(drive, 1, Older);
            DriveSettingsStore store = new DriveSettingsStore(drive);
            char[] line = new char[512];
            store.BeginWrite(1);
            int lines = 0;
            while (store.WriteLine(line, line.Length) && lines < 1000)
            {
                lines++;
            }

            Assert.AreEqual(SafeFile.ContentLengthMax / (line.Length + 1), lines);
            Assert.IsFalse(store.EndWrite());
            Assert.AreEqual(Older, Read(drive, 1, ""));
        }

        [TestMethod]
        public void Places_DriveMissing_CanNeitherBeWrittenNorRead()
        {
            MissingDrive drive = new MissingDrive();
            DriveSettingsStore store = new DriveSettingsStore(drive);
            store.BeginWrite(0);
            store.WriteLine(new char[] { 'X' }, 1);

            Assert.IsFalse(store.EndWrite());
            Assert.IsFalse(store.BeginRead(0));
            Assert.AreEqual("! place 0: what was saved is damaged or of another version, or the drive does not answer.", store.ConsumeMessage());
        }

        private static FakeDrive TwoSaved()
        {
            FakeDrive drive = new FakeDrive();
            Write(drive, 1, Older);
            Write(drive, 1, Newer);
            return drive;
        }

        private static bool Write(FakeDrive drive, int place, string lines)
        {
            DriveSettingsStore store = new DriveSettingsStore(drive);
            store.BeginWrite(place);
            string[] parts = lines.Split('|');
            for (int index = 0; index < parts.Length && lines.Length > 0; index++)
            {
                store.WriteLine(parts[index].ToCharArray(), parts[index].Length);
            }

            return store.EndWrite();
        }

        // Every line of the place; "none" where there is no such place. "" is not a message, "?" any.
        private static string Read(FakeDrive drive, int place, string message)
        {
            DriveSettingsStore store = new DriveSettingsStore(drive);
            bool isThere = store.BeginRead(place);
            string said = store.ConsumeMessage() ?? "";
            Assert.IsTrue(message == "?" || message == said);
            Assert.IsNull(store.ConsumeMessage());
            if (!isThere)
            {
                return "none";
            }

            char[] text = new char[64];
            string lines = "";
            bool isFirst = true;
            for (int length = store.ReadLine(text); length >= 0; length = store.ReadLine(text))
            {
                lines += (isFirst ? "" : "|") + new string(text, 0, length);
                isFirst = false;
            }

            return lines;
        }
    }
}
