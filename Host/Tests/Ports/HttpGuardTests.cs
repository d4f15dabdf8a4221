using System;
using System.Text;
using BatterySim.Bms.Can;
using BatterySim.Host.Can.Ports;
using Xunit;

namespace BatterySim.Host.Tests.Ports
{
    /// <summary>A web page can open a port of this machine and choose what is in the body of its request. It gets nowhere.</summary>
    public sealed class HttpGuardTests : IDisposable
    {
        private readonly PortRig _rig = new();

        [Theory]
        [InlineData("GET / HTTP/1.1\r\n")]
        [InlineData("POST /x HTTP/1.1\r\n")]
        [InlineData("OPTIONS * HTTP/1.1\r\n")]
        [InlineData("\r\nHost: localhost\r\n")]
        [InlineData("t3050\rContent-Type: text/plain\r")]
        public void Admits_Http_IsTrippedHoweverItIsCut(string text)
        {
            byte[] bytes = Encoding.Latin1.GetBytes(text);
            for (int cut = 0; cut <= bytes.Length; cut++)
            {
                var guard = new HttpGuard();
                bool isAdmitted = guard.Admits(bytes.AsSpan(0, cut)) && guard.Admits(bytes.AsSpan(cut));

                Assert.False(isAdmitted);
                Assert.True(guard.IsTripped);
            }
        }

        [Theory]
        [InlineData("MOD3:SOC 50;TEMP 20\n:BANK:CURR?\n*IDN?\n")]
        [InlineData("BANK:NAME \"Host: POST GET\"\n")]
        [InlineData("t35182001A00FA00FC001\rS6\rO\r")]
        [InlineData("< open can0 >< send 305 8 0 0 0 0 0 0 0 0 >")]
        [InlineData("get \npost\nPOSTURE 1\n")]
        public void Admits_WhatThePortsSpeak_IsLeftAlone(string text)
        {
            Assert.True(new HttpGuard().Admits(Encoding.Latin1.GetBytes(text)));
        }

        [Theory]
        [InlineData("slcan", "POST / HTTP/1.1\r\nHost: x\r\n\r\n\rS6\rO\rt3050\r")]
        [InlineData("socketcand", "POST / HTTP/1.1\r\nHost: x\r\n\r\n< open can0 >< rawmode >< send 305 0 >")]
        public void Serve_PostWithFramesInItsBody_PutsNothingOnTheBus(string scheme, string request)
        {
            ServerPort server = _rig.Serve(scheme);
            string said = "";
            server.Reported += sentence => said = sentence.Contains("HTTP", StringComparison.Ordinal) ? sentence : said;
            using HandTypedPeer page = HandTypedPeer.Connect(server.EndPoint);
            page.Say(request);

            Eventually.True(() => server.ClientCount == 0, "the page is disconnected");
            Assert.False(server.TryReceive(new CanFrame()));
            Assert.Contains("spoke HTTP", said, StringComparison.Ordinal);
        }

        public void Dispose() => _rig.Dispose();
    }
}
