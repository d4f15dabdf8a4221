using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace BatterySim.Host.Tests.Architecture
{
    /// <summary>No time of the core, or of the board's own code, is cut down to an int, which is 24.86 days, unless it is held in bounds.</summary>
    /// <remarks>
    /// Simulated time is a long. So a time can only wrap where a long becomes something smaller, or where a time is worked out in int: each such
    /// place stands below with what bounds it, and a new one fails until somebody has thought of it.
    /// </remarks>
    public class TimeDifferenceTests
    {
        private static readonly string[] Folders = ["Bms", "Hardware"];

        private static readonly SortedDictionary<string, string> Bounded = new(StringComparer.Ordinal)
        {
            ["Aggregator.WriteOneSecond: (int)(_socPermilleMilliampereHours / capacity)"] = "a mean of SOC, at most 1000",
            ["BankCommands.FullDelay: bank.FullDelaySeconds * MillisecondsPerSecond"] = "a day at most",
            ["BatteryBank.SlotMilliseconds: slot * SecondTimetable.BatteriesMilliseconds"] = "a place in the bank by 832 ms",
            ["BatteryBank.DrawnConnectionMicroohmsOf: (int)((long)mean * Prng.BetweenAt(_connectionSeed, index, -spread, spread) / Million)"] =
                "a share of a resistance",
            ["BatteryConstants.ConstructorDeclaration: (int)((long)NominalMilliampereHours * profile.NumberOf(ProfileKey.FullTailPermille) "
                + "/ Permille)"] = "a share of the capacity",
            ["BatteryConstants.ConstructorDeclaration: (int)(profile.NumberOf(ProfileKey.SelfConsumptionMilliwatts) * 1000000L / "
                + "profile.NumberOf(ProfileKey.NominalVoltageMillivolts))"] = "the range of the two keys",
            ["BatteryModule.Answer: (int)(_capacityMilliampMilliseconds / MillisecondsPerHour)"] = "a capacity, at most 2000 Ah",
            ["BatteryModule.CapacityMilliampereHours: (int)(_capacityMilliampMilliseconds / MillisecondsPerHour)"] = "a capacity, at most 2000 Ah",
            ["BatteryModule.CountedPermille: (int)(charge / capacity)"] = "counted ends at the capacity: at most 1000",
            ["BatteryModule.ReleaseLimiter: _limitedSeconds++"] = "seconds: 68 years",
            ["BatteryModule.SetCapacity: (int)((((long)milliampereHours * Permille) + _sohPermille - 1) / _sohPermille)"] =
                "2000 Ah at a SOH of 0.1 %",
            ["BatteryModule.UpdatePeak: _peakSeconds += isAbove ? 0 : seconds"] = "ends at the time of the peak",
            ["BatteryModule.UpdatePeak: _peakSeconds += isAbove ? seconds : -seconds"] = "ends at the time of the peak",
            ["BenchLoad.Run: (int)(_watts * -1000000L / voltageMillivolts)"] = "1 MW over 20 V",
            ["CanMaster.UpdateReport: _part * SecondTimetable.ReportPartMilliseconds"] = "an eighth of a second",
            ["CanMasters.FitCable: (int)burst.Detail"] = "a number of frames, at most 1000",
            ["CanMasters.FitCable: (int)busOff.Detail"] = "a number of frames, at most 1000",
            ["ChargeRequests.RunOneSecond: _sinceFullSeconds++"] = "held at the end of an int",
            ["DebouncedInput.Look: _differsMilliseconds += elapsedMilliseconds"] = "back to 0 at 30 ms",
            ["DialectSettings.BurstMilliseconds: GapMilliseconds * (Order.Length - 1)"] = "500 ms by the frames of a burst",
            ["DriverErrors.IsReportDue: _sinceReportMilliseconds += elapsedMilliseconds"] = "held from 10 s on",
            ["ElapsedClock.ConsumeElapsed: (int)elapsed"] = "held at the end of an int",
            ["ElapsedClock.NowMilliseconds: tick - _lastTick"] = "taken modulo 2^32 on purpose",
            ["Firmware.CheckReset: _heldMilliseconds += elapsed"] = "held from 6 s on",
            ["Firmware.HoldOn: _heldMilliseconds += _heldMilliseconds > 0 ? elapsed : 0"] = "ends with an order of a minute at most",
            ["FrameFaults.ChangeBytes: (int)(window.Detail >> (8 * offset))"] = "one byte of eight",
            ["FrameFaults.ChangeBytes: (int)window.Detail"] = "the bits of a byte",
            ["FrameStatistics.Clamp: (int)milliseconds"] = "held at the end of an int",
            ["FrameTimers.PeriodOf: periodMilliseconds * longerPermille"] = "5 s by 90",
            ["FrameTimers.Start: index * dialect.GapMilliseconds"] = "500 ms by the frames of a burst",
            ["GaugeFaults.Fit: (int)error.Detail"] = "a number of a battery",
            ["FrameText.AnswerBytes: (uint)(bytes >> (8 * index))"] = "one byte of eight",
            ["InternalDrive.LengthOf: (int)stream.Length"] = "a file of settings",
            ["InternalDrive.ReadPiece: (int)stream.Length"] = "a file of settings",
            ["InverterLink.IntervalMeanMilliseconds: (int)(_intervalSumMilliseconds / (_count - 1))"] =
                "a mean of what is held at the end of an int",
            ["InverterLink.Record: (int)elapsed"] = "held at the end of an int",
            ["Mcp2515CanBus.Doubled: 2 * milliseconds"] = "held at its most",
            ["ModuleCommands.Capacity: (int)((long)call.Simulator.Bank.Profile.NumberOf(ProfileKey.CapacityMilliampereHours) * "
                + "module.SohPermille / 1000)"] = "a share of the capacity",
            ["PanelLeds.CountSoc: _socBlinks * SocStepMilliseconds"] = "at most eleven blinks",
            ["PanelLeds.CountSoc: _socMilliseconds += elapsedMilliseconds"] = "ends with the blinks",
            ["PanelLeds.CountSoc: _socMilliseconds - SocPauseMilliseconds"] = "ends with the blinks",
            ["PanelLeds.Show: _phaseMilliseconds += elapsedMilliseconds"] = "back below 1 s",
            ["ProtectionRunner.MillisecondsOf: (_rows[index] >> SecondsShift) * SecondMilliseconds"] = "a row is held at a million seconds",
            ["ScpiCall.ParseText: (int)_number.Value"] = "the range of the parameter",
            ["ScpiCall.ReadNumber: (int)_number.Value"] = "held at both ends of an int",
            ["TextBuffer.AddFixed: (int)(value / divisor % 10)"] = "one digit",
            ["TickClock.TickMilliseconds: (int)Environment.TickCount64"] = "a tick, of which only differences modulo 2^32 are taken",
        };

        [Fact]
        public void Core_EveryLongThatBecomesSmaller_HasItsBoundNamed()
        {
            var found = new SortedSet<string>(StringComparer.Ordinal);
            CSharpCompilation compilation = Compile();
            foreach (SyntaxTree tree in compilation.SyntaxTrees)
            {
                SemanticModel model = compilation.GetSemanticModel(tree);
                found.UnionWith(tree.GetRoot().DescendantNodes().Where(node => MayWrap(model, node)).Select(NameOf));
            }

            Assert.True(found.Count > 5, "the rule found next to nothing; it no longer sees the sources");
            string[] unknown = [.. found.Except(Bounded.Keys, StringComparer.Ordinal)];
            string[] gone = [.. Bounded.Keys.Except(found, StringComparer.Ordinal)];
            Assert.True(unknown.Length == 0, "not known to be bounded:" + Environment.NewLine + string.Join(Environment.NewLine, unknown));
            Assert.True(gone.Length == 0, "no longer there:" + Environment.NewLine + string.Join(Environment.NewLine, gone));
        }

        private static bool MayWrap(SemanticModel model, SyntaxNode node) => node switch
        {
            CastExpressionSyntax cast => IsLong(model.GetTypeInfo(cast.Expression).Type) && IsSmaller(model.GetTypeInfo(cast).Type)
                && !model.GetConstantValue(cast).HasValue,
            BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.SubtractExpression) || sum.IsKind(SyntaxKind.MultiplyExpression) =>
                IsSmaller(model.GetTypeInfo(sum).Type) && !model.GetConstantValue(sum).HasValue && (IsTime(sum.Left) || IsTime(sum.Right)),
            AssignmentExpressionSyntax sum when sum.IsKind(SyntaxKind.AddAssignmentExpression) =>
                IsSmaller(model.GetTypeInfo(sum.Left).Type) && IsTime(sum.Left),
            PostfixUnaryExpressionSyntax sum when sum.IsKind(SyntaxKind.PostIncrementExpression) =>
                IsSmaller(model.GetTypeInfo(sum.Operand).Type) && IsTime(sum.Operand),
            _ => false,
        };

        private static bool IsLong(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Int64 or SpecialType.System_UInt64;

        private static bool IsSmaller(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_UInt32
            or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Byte or SpecialType.System_SByte;

        private static bool IsTime(ExpressionSyntax expression) => expression switch
        {
            IdentifierNameSyntax name => NamesTime(name.Identifier.Text),
            MemberAccessExpressionSyntax member => NamesTime(member.Name.Identifier.Text),
            ParenthesizedExpressionSyntax inner => IsTime(inner.Expression),
            InvocationExpressionSyntax call => IsTime(call.Expression),
            BinaryExpressionSyntax sum => IsTime(sum.Left) || IsTime(sum.Right),
            _ => false,
        };

        private static bool NamesTime(string name) => name.EndsWith("Milliseconds", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("Seconds", StringComparison.OrdinalIgnoreCase) || name.EndsWith("Tick", StringComparison.OrdinalIgnoreCase);

        private static string NameOf(SyntaxNode node)
        {
            MemberDeclarationSyntax member = node.Ancestors().OfType<MemberDeclarationSyntax>().First();
            string name = member switch
            {
                MethodDeclarationSyntax method => method.Identifier.Text,
                PropertyDeclarationSyntax property => property.Identifier.Text,
                BaseTypeDeclarationSyntax inner => inner.Identifier.Text,
                _ => member.Kind().ToString(),
            };
            string type = node.Ancestors().OfType<BaseTypeDeclarationSyntax>().First().Identifier.Text;
            return $"{type}.{name}: {node.WithoutTrivia()}";
        }

        private static CSharpCompilation Compile()
        {
            string platform = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "";
            IEnumerable<MetadataReference> references = platform.Split(Path.PathSeparator)
                .Where(static path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
                .Select(static path => MetadataReference.CreateFromFile(path));
            IEnumerable<SyntaxTree> trees = Folders
                .SelectMany(static folder => Directory.EnumerateFiles(Path.Combine(Tidy.SourceFile.Root, folder), "*.cs", SearchOption.AllDirectories))
                .Select(static path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), path: path));
            return CSharpCompilation.Create("Times", trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        }
    }
}
