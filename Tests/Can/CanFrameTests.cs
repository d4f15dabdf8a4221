using BatterySim.Bms.Can;
using nanoFramework.TestFramework;

namespace BatterySim.Tests.Can
{
    [TestClass]
    public class CanFrameTests
    {
        [TestMethod]
        public void Begin_AfterAnotherFrame_LeavesNothingOfIt()
        {
            CanFrame frame = new CanFrame();
            frame.Begin(0x1ABCDEFu, 8, true, true);
            frame.PutU16(6, 0xFFFF);

            frame.Begin(0x351u, 2);

            Assert.AreEqual(0x351u, frame.Id);
            Assert.AreEqual(2, frame.Length);
            Assert.IsFalse(frame.IsExtended);
            Assert.IsFalse(frame.IsRemote);
            Assert.AreEqual(0, frame.GetU16(6));
        }

        [DataRow(0x7FFu, false, 0x7FFu)]
        [DataRow(0x800u, false, 0u)]
        [DataRow(0x1FFFFFFFu, true, 0x1FFFFFFFu)]
        [DataRow(0x20000000u, true, 0u)]
        public void Begin_IdAtItsLimit_KeepsOnlyTheBitsThatTheBusHas(uint id, bool isExtended, uint kept)
        {
            CanFrame frame = new CanFrame();
            frame.Begin(id, 0, isExtended, false);

            Assert.AreEqual(kept, frame.Id);
        }

        [DataRow(-1, 0)]
        [DataRow(0, 0)]
        [DataRow(8, 8)]
        [DataRow(9, 8)]
        public void Begin_LengthAtItsLimit_IsCut(int length, int kept)
        {
            CanFrame frame = new CanFrame();
            frame.Begin(1u, length);
            Assert.AreEqual(kept, frame.Length);

            frame.SetLength(length);
            Assert.AreEqual(kept, frame.Length);
        }

        [TestMethod]
        public void SetLength_Shorter_ForgetsTheBytesCutOff()
        {
            CanFrame frame = new CanFrame();
            Hex.Read(0x351u, "1122334455667788", frame);

            frame.SetLength(3);
            frame.SetLength(8);

            Assert.AreEqual("1122330000000000", Hex.Of(frame));
        }

        [TestMethod]
        public void PutU16_Value_PutsTheLowByteFirst()
        {
            CanFrame frame = new CanFrame();
            frame.Begin(0x351u, 4);
            frame.PutU16(0, 0x0214);
            frame.PutS16(2, -2);

            Assert.AreEqual("1402FEFF", Hex.Of(frame));
        }

        [DataRow(0, 0)]
        [DataRow(32767, 32767)]
        [DataRow(-1, 65535)]
        [DataRow(-32768, 32768)]
        public void GetS16_WhatPutS16Wrote_IsTheSameValue(int signed, int unsigned)
        {
            CanFrame frame = new CanFrame();
            frame.Begin(0x356u, 8);
            frame.PutS16(6, signed);

            Assert.AreEqual(signed, frame.GetS16(6));
            Assert.AreEqual(unsigned, frame.GetU16(6));
        }

        [TestMethod]
        public void CopyFrom_ExtendedRemoteFrame_CopiesAllOfIt()
        {
            CanFrame source = new CanFrame();
            source.Begin(0x18A6A0F8u, 5, true, true);
            source.PutU8(4, 0xAB);
            CanFrame copy = new CanFrame();
            Hex.Read(0x351u, "FFFFFFFFFFFFFFFF", copy);

            copy.CopyFrom(source);
            source.PutU8(4, 0);

            Assert.AreEqual(0x18A6A0F8u, copy.Id);
            Assert.IsTrue(copy.IsExtended && copy.IsRemote);
            Assert.AreEqual("00000000AB", Hex.Of(copy));
        }
    }
}
