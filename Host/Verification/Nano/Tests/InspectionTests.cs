using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Nano.Tests.Fixtures;
using Mono.Cecil;
using Xunit;

namespace BatterySim.Nano.Tests
{
    /// <summary>Each rule bites on a deliberate violation, and on nothing else.</summary>
    public class InspectionTests
    {
        public static TheoryData<string, string> ShapeViolations => new()
        {
            { "GenericType`1", Rules.Generics },
            { nameof(Violations.GenericMethod), Rules.Generics },
            { nameof(Violations.GenericCall), Rules.Generics },
            { nameof(Violations.CheckedAddition), Rules.Checked },
            { nameof(Violations.CheckedCast), Rules.Checked },
            { nameof(Violations.Matrix), Rules.MultiDimensional },
            { nameof(Violations.IWithBody), Rules.DefaultInterfaceMethod },
            { nameof(Violations.StackMemory), Rules.StackAllocation },
            { nameof(Violations.EnumToString), Rules.EnumText },
            { nameof(Violations.EnumInText), Rules.EnumText },
            { nameof(Violations.UnwrittenTexts), Rules.TextArrays },
            { nameof(Violations.UnwrittenTextsOfAnyLength), Rules.TextArrays },
        };

        public static TheoryData<string> AllocationViolations =>
        [
            nameof(Violations.Boxing),
            nameof(Violations.NewObject),
            nameof(Violations.NewArray),
            nameof(Violations.NewText),
            nameof(Violations.NumberText),
            nameof(Violations.Characters),
            nameof(Violations.Capture),
            nameof(Violations.AllocatesTwoCallsDown),
            nameof(Violations.AllocatesInAnOverride),
            nameof(Violations.AllocatesBehindAnInterface),
        ];

        [Theory]
        [MemberData(nameof(ShapeViolations))]
        public void Inspect_Violation_IsFoundUnderItsRuleOnly(string fixture, string rule)
        {
            IEnumerable<Finding> findings = Language(Violation(fixture));

            Assert.Equal([rule], findings.Select(finding => finding.Rule).Distinct());
        }

        [Theory]
        [InlineData(nameof(Violations.ReadsAClock))]
        [InlineData(nameof(Violations.KeepsAClock))]
        [InlineData(nameof(Violations.Sleeps))]
        [InlineData(nameof(Violations.DrawsWithoutASeed))]
        [InlineData(nameof(Violations.WritesAFile))]
        public void Inspect_WhatMakesTwoRunsDiffer_IsFound(string fixture)
        {
            Assert.All(DeterminismInspection.Inspect(Violation(fixture)), static finding => Assert.Equal(Rules.Determinism, finding.Rule));
            Assert.NotEmpty(DeterminismInspection.Inspect(Violation(fixture)));
        }

        [Theory]
        [MemberData(nameof(AllocationViolations))]
        public void Walk_AllocationBelowARoot_IsFound(string fixture)
        {
            MethodDefinition root = Violation(fixture).Methods.Single(method => method.Name == "Run");

            Assert.NotEmpty(AllocationInspection.Inspect(Assemblies.Fixtures, [root]));
        }

        [Fact]
        public void Surface_MemberThatTheBoardLacks_IsFound()
        {
            var surface = new SurfaceInspection(Assemblies.BaseLibrary);

            Finding finding = Assert.Single(surface.Inspect(Violation(nameof(Violations.OutsideTheSurface))));

            Assert.Contains("System.String::Replace", finding.What, StringComparison.Ordinal);
        }

        [Fact]
        public void Inspect_InnocentCode_IsLeftAlone()
        {
            TypeDefinition innocent = Assemblies.FixtureOf(typeof(Innocent));
            MethodDefinition root = innocent.Methods.Single(method => method.Name == nameof(Innocent.Run));

            Assert.Empty(Language(innocent));
            Assert.Empty(DeterminismInspection.Inspect(innocent));
            Assert.Empty(new SurfaceInspection(Assemblies.BaseLibrary).Inspect(innocent));
            Assert.Empty(AllocationInspection.Inspect(Assemblies.Fixtures, [root]));
        }

        internal static IEnumerable<Finding> Language(TypeDefinition type) =>
            ShapeInspection.Inspect(type).Concat(BodyInspection.Inspect(type));

        private static TypeDefinition Violation(string name) =>
            Assemblies.FixtureOf(typeof(Violations)).NestedTypes.Single(type => type.Name == name);
    }
}
