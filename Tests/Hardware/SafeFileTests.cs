using BatterySim.Hardware.Settings;
using nanoFramework.TestFramework;

namespace BatterySim.Tests.Hardware
{
    [TestClass]
    public class SafeFileTests
    {
        private static readonly byte[] First = { 1, 2, 3, 4, 5 };
        private static readonly byte[] Second = { 9, 8, 7 };
        private static readonly byte[] Third = { 42 };

        [TestMethod]
        public void Load_NothingSaved_SaysSo()
        {
            SafeFile file = New(new FakeDrive());

            Assert.IsNull(file.Load());
            Assert.AreEqual((int)LoadOutcome.NeverSaved, (int)file.Outcome);
        }

        [TestMethod]
        public void Save_PowerGoesAtAnyByteOrOperation_LoadGivesOldOrNew()
        {
            int cuts = 0;
            bool isCut = true;
            bool hasGivenOld = false;
            bool hasGivenNew = false;
            while (isCut)
            {
                FakeDrive drive = new FakeDrive();
                Assert.IsTrue(New(drive).Save(First));
                drive.Budget = cuts;
                isCut = !New(drive).Save(Second);
                drive.Budget = -1;
                byte[] loaded = New(drive).Load();
                hasGivenOld |= IsSame(First, loaded);
                hasGivenNew |= IsSame(Second, loaded);
                Assert.IsTrue(IsSame(First, loaded) || IsSame(Second, loaded));
                Assert.IsTrue(isCut || IsSame(Second, loaded));
                cuts++;
            }

            Assert.IsTrue(hasGivenOld && hasGivenNew);
            Assert.IsTrue(cuts > Second.Length + 12);
        }

        // A second interruption must not find the only whole file in the way.
        [TestMethod]
        public void Save_PowerGoesTwice_LoadGivesOneOfTheThree()
        {
            for (int first = 0; first < 24; first++)
            {
                for (int second = 0; second < 40; second++)
                {
                    FakeDrive drive = new FakeDrive();
                    New(drive).Save(First);
                    drive.Budget = first;
                    New(drive).Save(Second);
                    drive.Budget = second;
                    New(drive).Save(Third);
                    drive.Budget = -1;
                    byte[] loaded = New(drive).Load();

                    Assert.IsTrue(IsSame(First, loaded) || IsSame(Second, loaded) || IsSame(Third, loaded));
                    Assert.IsTrue(New(drive).Save(Third));
                    Assert.IsTrue(IsSame(Third, New(drive).Load()));
                }
            }
        }

        [TestMethod]
        public void Load_AnyByteDamaged_GivesThePreviousOneAndSaysSo()
        {
            FakeDrive probe = TwoSaved();
            for (int offset = 0; offset < probe.LengthOf("x.cfg"); offset++)
            {

                FakeDrive drive = TwoSaved();
                drive.Damage("x.cfg", offset);
                SafeFile file = New(drive);

                Assert.IsTrue(IsSame(First, file.Load()));
                Assert.AreEqual((int)LoadOutcome.Previous, (int)file.Outcome);
            }
        }

        [TestMethod]
        public void Load_BothDamaged_GivesNothingAndSaysSo()
        {
            FakeDrive drive = TwoSaved();
            drive.Damage("x.cfg", 9);
            drive.Damage("x.old", 9);
            SafeFile file = New(drive);

            Assert.IsNull(file.Load());
            Assert.AreEqual((int)LoadOutcome.Damaged, (int)file.Outcome);
            Assert.IsTrue(file.Save(Third));
            Assert.IsTrue(IsSame(Third, file.Load()));
        }

        [TestMethod]
        public void Load_AnotherVersion_IsNotTakenForThisOne()
        {
            FakeDrive drive = TwoSaved();

            Assert.IsNull(new SafeFile(drive, "x", 2).Load());
        }

        // Longer than the piece in which it is read and written, and at every length near its end.
        [TestMethod]
        public void Save_ContentOfSeveralPieces_ComesBack()
        {
            for (int length = 490; length < 530; length++)
            {
                FakeDrive drive = new FakeDrive();
                byte[] content = new byte[length];
                for (int index = 0; index < length; index++)
                {
                    content[index] = (byte)(index * 7);
                }

                Assert.IsTrue(New(drive).Save(content));
                Assert.IsTrue(IsSame(content, New(drive).Load()));
                drive.Damage("x.cfg", length);
                Assert.IsNull(New(drive).Load());
            }
        }

        // Written before lengths were left open: "BSIM", version 1, length 5, the content and its CRC-32.
        [TestMethod]
        public void Load_FileThatTellsItsLength_IsRead()
        {
            FakeDrive drive = new FakeDrive();
            byte[] file = { 0x42, 0x53, 0x49, 0x4D, 1, 0, 5, 0, 1, 2, 3, 4, 5, 0, 0, 0, 0 };
            uint crc = Crc32.Of(file, 0, 13);
            for (int index = 0; index < 4; index++)
            {
                file[13 + index] = (byte)((crc >> (8 * index)) & 0xFFu);
            }

            drive.WriteFile("x.cfg", file);
            Assert.IsTrue(IsSame(First, New(drive).Load()));
            file[6] = 4;
            drive.WriteFile("x.cfg", file);
            Assert.IsNull(New(drive).Load());
        }

        // The check value of CRC-32 of IEEE 802.3.
        [TestMethod]
        public void Crc32_NineDigits_IsTheCheckValue()
        {
            byte[] digits = { 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39 };

            Assert.AreEqual(0xCBF43926u, Crc32.Of(digits, 0, digits.Length));
        }

        private static SafeFile New(FakeDrive drive)
        {
            return new SafeFile(drive, "x", 1);
        }

        private static FakeDrive TwoSaved()
        {
            FakeDrive drive = new FakeDrive();
            New(drive).Save(First);
            New(drive).Save(Second);
            return drive;
        }

        private static bool IsSame(byte[] expected, byte[] actual)
        {
            if (actual == null || actual.Length != expected.Length)
            {
                return false;
            }

            for (int index = 0; index < expected.Length; index++)
            {
                if (actual[index] != expected[index])
                {
                    return false;
                }
            }

            return true;
        }
    }
}
