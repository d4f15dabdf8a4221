using BatterySim.Bms.Protocol;
using BatterySim.Hardware;
using BatterySim.Hardware.Settings;
using nanoFramework.TestFramework;

namespace BatterySim.Tests.Hardware
{
    [TestClass]
    public class SettingsTextTests
    {
        [TestMethod]
        public void Read_WhatWasWritten_IsTheSame()
        {
            BoardSettings settings = new BoardSettings();
            settings.Profile = "generic-16s-100";
            settings.Followers = 15;
            settings.SocPermille = 873;
            settings.Dialect = "pylontech";
            settings.Cadence = Cadence.Both;
            settings.WakesByItself = true;
            settings.FollowerDips[0] = 7;
            settings.FollowerDips[14] = 0;
            BoardSettings read = SettingsText.Read(SettingsText.Write(settings));

            Assert.AreEqual("generic-16s-100", read.Profile);
            Assert.AreEqual(15, read.Followers);
            Assert.AreEqual(873, read.SocPermille);
            Assert.AreEqual("pylontech", read.Dialect);
            Assert.AreEqual((int)Cadence.Both, (int)read.Cadence);
            Assert.IsTrue(read.WakesByItself);
            Assert.AreEqual(7, read.FollowerDips[0]);
            Assert.AreEqual(BoardSettings.DipByRule, read.FollowerDips[1]);
            Assert.AreEqual(0, read.FollowerDips[14]);
        }

        [DataRow("profile=nonsense\n")]
        [DataRow("followers=15\n")]
        [DataRow("followers=-1\n")]
        [DataRow("followers=9999999999\n")]
        [DataRow("soc=1001\n")]
        [DataRow("cadence=3\n")]
        [DataRow("wakes=2\n")]
        [DataRow("dip16=1\n")]
        [DataRow("dip1=16\n")]
        [DataRow("no equals sign\n")]
        [DataRow("=5\n")]
        public void Read_BadLine_IsRefusedAsAWhole(string text)
        {
            Assert.IsNull(SettingsText.Read(Ascii.BytesOf(text)));
        }

        [DataRow("")]
        [DataRow("colour=green\nfollowers=3\n")]
        [DataRow("followers=3")]
        public void Read_UnknownNameOrMissingEnd_IsAccepted(string text)
        {
            Assert.AreEqual(text.Length == 0 ? 1 : 3, SettingsText.Read(Ascii.BytesOf(text)).Followers);
        }
    }
}
